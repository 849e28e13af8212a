package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// With open-in-view a request holds its connection from the first query to the last byte of the page.
public final class OpenInViewHoldsConnection implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        var open = client.get(SpringKeys.JPA_OPEN_IN_VIEW);
        var isWritten = open.chosen().isPresent();
        if (!isWritten && client.application().framework() != Framework.SPRING_BOOT) {
            return open instanceof Setting.Unresolved<Boolean>
                    ? Rule.given(open, any -> Verdict.PASS)
                    : Verdict.notApplicable("not Spring Boot");
        }
        if (!isWritten && client.libraries().hasJpa().isEmpty()) {
            return Verdict.undecided("no build file tells whether JPA is used");
        }
        if (client.isMigration() || (!isWritten && !client.libraries().hasJpa().orElse(false))) {
            return Verdict.notApplicable("no JPA");
        }
        return Rule.given(open, value -> value.value() ? Verdict.violation(finding(client, value)) : Verdict.PASS);
    }

    private Finding finding(Client client, Setting.Known<Boolean> open) {
        var read = open.isChosen()
                ? new Evidence[] {Evidence.of(open)}
                : new Evidence[] {ClientRule.url(client), Evidence.of(open)};
        return finding(
                client,
                "each request keeps its connection until the page is rendered",
                "Slow visitors and calls to other services hold connections that do no work; the pool runs empty in a rush"
                        + " although the database is idle.",
                Edits.application(client, open.key(), "false"),
                read);
    }
}
