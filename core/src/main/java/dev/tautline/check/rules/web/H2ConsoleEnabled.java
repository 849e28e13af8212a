package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.SpringKeys;

/// A console that runs any SQL, and more, is part of the application.
public final class H2ConsoleEnabled implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(
                client.get(SpringKeys.H2_CONSOLE_ENABLED),
                enabled -> enabled.value()
                        ? Verdict.violation(applicationFinding(
                                client,
                                "H2's console is served by the application",
                                "Whoever logs in runs any SQL, and with H2's own functions any code on the machine;"
                                        + " the usual log-in is 'sa' without a password.",
                                Edits.application(client, enabled.key(), "false"),
                                Evidence.of(enabled)))
                        : Verdict.PASS);
    }
}
