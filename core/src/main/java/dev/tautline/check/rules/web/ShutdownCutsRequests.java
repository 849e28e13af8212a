package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// Each deployment ends requests in the middle of their work.
public final class ShutdownCutsRequests implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return client.libraries().hasWeb().orElse(false)
                ? ClientRule.ofSpring(client, SpringKeys.SERVER_SHUTDOWN, shutdown -> judge(client, shutdown))
                : Verdict.notApplicable("no build file shows a web server");
    }

    private Verdict judge(Client client, Setting.Known<String> shutdown) {
        if (!shutdown.value().equals("immediate")) {
            return Verdict.PASS;
        }
        var read = shutdown.isChosen()
                ? new Evidence[] {Evidence.of(shutdown)}
                : new Evidence[] {ClientRule.url(client), Evidence.of(shutdown)};
        return Verdict.violation(applicationFinding(
                client,
                "the web server stops at once when it is told to",
                "With each deployment requests break off and the pool is closed under transactions"
                        + " that run: visitors pay and get an error.",
                Edits.application(client, shutdown.key(), "graceful"),
                read));
    }
}
