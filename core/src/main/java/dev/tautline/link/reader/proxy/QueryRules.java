package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.proxy.LibConfig.Node;
import dev.tautline.settings.Written;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The query rules of ProxySQL, tried on a statement: by `rule_id`, the first that fits and applies decides (ProxySQL
/// documentation, "Query Rules").
final class QueryRules {
    private static final int LAST = Integer.MAX_VALUE;

    private final List<Node.Members> rules;

    QueryRules(List<Node.Members> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparingInt(QueryRules::id)).toList();
    }

    /// Where a statement goes; empty when no rule sends it anywhere, or when one cannot be tried.
    Optional<Written> destination(String statement) {
        for (var rule : rules) {
            if (isActive(rule)) {
                var fits = fits(rule, statement);
                if (fits.isEmpty()) {
                    return Optional.empty();
                }
                if (fits.get()) {
                    return rule.scalar("destination_hostgroup").filter(Written::isResolved);
                }
            }
        }
        return Optional.empty();
    }

    /// Empty for a rule that looks at more than the text, or whose pattern Java cannot read.
    private static Optional<Boolean> fits(Node.Members rule, String statement) {
        var isNarrow = List.of("username", "schemaname", "flagIN", "client_addr", "proxy_port", "digest").stream()
                .anyMatch(name -> rule.scalar(name).isPresent());
        var pattern = rule.scalar("match_digest").or(() -> rule.scalar("match_pattern"));
        if (isNarrow || pattern.isEmpty() || !pattern.get().isResolved()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern.get().text(), Pattern.CASE_INSENSITIVE)
                    .matcher(statement)
                    .find());
        } catch (PatternSyntaxException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isActive(Node.Members rule) {
        return rule.scalar("active").map(Written::text).filter("0"::equals).isEmpty();
    }

    private static int id(Node.Members rule) {
        return rule.scalar("rule_id")
                .map(Written::text)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(LAST);
    }
}
