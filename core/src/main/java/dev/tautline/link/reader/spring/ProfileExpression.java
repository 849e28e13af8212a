package dev.tautline.link.reader.spring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A profile expression of Spring: `prod`, `prod & !eu`, `(a | b) & c`; a comma means "or". Reading is
/// lenient: what is not an expression matches no profile.
final class ProfileExpression {
    private static final Pattern TOKEN = Pattern.compile("[()&|!,]|[^()&|!,\\s]+");

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> active;
    private int next;

    private ProfileExpression(String text, Set<String> active) {
        this.active = active;
        TOKEN.matcher(text).results().forEach(result -> tokens.add(result.group()));
    }

    static boolean matches(String text, Set<String> active) {
        var expression = new ProfileExpression(text, active);
        return expression.either() && expression.next == expression.tokens.size();
    }

    /// The names in an expression, those behind a "not" excepted.
    static Set<String> names(String text) {
        var names = new LinkedHashSet<String>();
        var tokens = TOKEN.matcher(text).results().map(result -> result.group()).toList();
        for (int i = 0; i < tokens.size(); i++) {
            var isName = !"()&|!,".contains(tokens.get(i));
            if (isName && (i == 0 || !tokens.get(i - 1).equals("!"))) {
                names.add(tokens.get(i));
            }
        }
        return names;
    }

    private boolean either() {
        var result = both();
        while (take("|") || take(",")) {
            var right = both();
            result = result || right;
        }
        return result;
    }

    private boolean both() {
        var result = not();
        while (take("&")) {
            var right = not();
            result = result && right;
        }
        return result;
    }

    private boolean not() {
        if (take("!")) {
            return !not();
        }
        if (take("(")) {
            var inner = either();
            return take(")") && inner;
        }
        return next < tokens.size() && active.contains(tokens.get(next++));
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }
}
