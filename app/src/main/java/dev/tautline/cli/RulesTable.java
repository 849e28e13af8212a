package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// For people: one line per rule, worst first.
final class RulesTable implements RulesRenderer {
    private static final String GAP = "  ";

    private final Screen screen;

    RulesTable(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void render(List<ListedRule> rules, PrintWriter out) {
        var severities = widest(rules, rule -> Lowercase.of(rule.severity()));
        var ids = widest(rules, ListedRule::id);
        var families = widest(rules, ListedRule::family);
        var owners = widest(rules, rule -> Lowercase.of(rule.owner()));
        rules.stream()
                .sorted(Comparator.comparing(ListedRule::severity).thenComparing(ListedRule::id))
                .forEach(rule -> {
                    var severity = Lowercase.of(rule.severity());
                    out.println(screen.severity(rule.severity())
                            + " ".repeat(severities - severity.length())
                            + GAP
                            + padded(rule.id(), ids)
                            + padded(rule.family(), families)
                            + padded(Lowercase.of(rule.owner()), owners)
                            + rule.title());
                });
    }

    private static int widest(List<ListedRule> rules, Function<ListedRule, String> column) {
        return rules.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length()) + GAP;
    }
}
