package dev.tautline.alert.quiet;

import dev.tautline.settings.Nearest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A condition on a label, as Alertmanager writes them: `name=value`, `!=`, `=~` and `!~` with a regular expression
/// that the whole value must match. A label that is missing has the empty value.
public record Matcher(String name, Operator operator, String value) {
    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_-]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*");

    /// How label and value are compared.
    public enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        MATCHES("=~"),
        MATCHES_NOT("!~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    /// @param problem hears what is wrong and what is allowed
    public static Optional<Matcher> parse(String text, Consumer<String> problem) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            problem.accept("'" + text + "' is no matcher, allowed: name=value, name!=value, name=~regex, name!~regex");
            return Optional.empty();
        }
        var operator = switch (form.group(2)) {
            case "=" -> Operator.EQUAL;
            case "!=" -> Operator.NOT_EQUAL;
            case "=~" -> Operator.MATCHES;
            default -> Operator.MATCHES_NOT;
        };
        var matcher = new Matcher(form.group(1), operator, unquoted(form.group(3)));
        try {
            if (operator == Operator.MATCHES || operator == Operator.MATCHES_NOT) {
                Pattern.compile(matcher.value());
            }
            return matcher.isKnown(problem) ? Optional.of(matcher) : Optional.empty();
        } catch (PatternSyntaxException e) {
            problem.accept("'" + matcher.value() + "' is no regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private boolean isKnown(Consumer<String> problem) {
        var words = Labels.WORDS.get(name);
        boolean compares = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (words == null || !compares || value.isEmpty() || words.contains(value)) {
            return true;
        }
        var nearest = Nearest.to(value, words).map(word -> "; did you mean " + word + "?");
        problem.accept(
                "'%s' is no %s, allowed: %s%s".formatted(value, name, String.join(", ", words), nearest.orElse("")));
        return false;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /// Any of the label's values decides; to be unequal, all must be.
    public boolean matches(Labels labels) {
        var values = labels.of(name);
        return switch (operator) {
            case EQUAL -> values.isEmpty() ? value.isEmpty() : values.contains(value);
            case NOT_EQUAL -> values.isEmpty() ? !value.isEmpty() : !values.contains(value);
            case MATCHES -> any(labels);
            case MATCHES_NOT -> !any(labels);
        };
    }

    private boolean any(Labels labels) {
        var pattern = Pattern.compile(value);
        var values = labels.of(name);
        return values.isEmpty()
                ? pattern.matcher("").matches()
                : values.stream().anyMatch(each -> pattern.matcher(each).matches());
    }

    @Override
    public String toString() {
        return name + operator.sign + value;
    }
}
