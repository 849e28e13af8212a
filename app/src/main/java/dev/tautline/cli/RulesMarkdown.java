package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The reference page `docs/reference/rules.md`: an index of the rules by family.
final class RulesMarkdown implements RulesRenderer {
    @Override
    public void render(List<ListedRule> rules, PrintWriter out) {
        var families =
                rules.stream().collect(Collectors.groupingBy(ListedRule::family, TreeMap::new, Collectors.toList()));
        out.println("# Rules of `taut check`");
        out.println();
        out.println("Written by `taut rules --format markdown`; a test compares the two. "
                + Count.of(rules.size(), "rule") + " in " + Count.of(families.size(), "family", "families") + ".");
        families.forEach((family, members) -> section(family, members, out));
    }

    private static void section(String family, List<ListedRule> rules, PrintWriter out) {
        out.println();
        out.println("## " + family);
        out.println();
        out.println("| rule | severity | owner | what it finds |");
        out.println("|---|---|---|---|");
        for (var rule : rules) {
            out.println("| [" + rule.id() + "](rules/" + rule.id() + ".md) | " + Lowercase.of(rule.severity()) + " | "
                    + Lowercase.of(rule.owner()) + " | " + rule.title().replace("|", "\\|") + " |");
        }
    }
}
