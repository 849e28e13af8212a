package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.List;

/// What a list of rules tells of one.
record ListedRule(String id, String family, Severity severity, Owner owner, String title) {
    static List<ListedRule> all() {
        return Rules.all().stream().map(ListedRule::of).toList();
    }

    private static ListedRule of(Rule rule) {
        var title = RulePage.of(rule.id()).map(RulePage::title).orElse(rule.id());
        return new ListedRule(rule.id(), rule.family(), rule.severity(), rule.owner(), title);
    }

    /// The rule's page, from the top of the repository.
    String page() {
        return "docs/reference/rules/" + id + ".md";
    }
}
