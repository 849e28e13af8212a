package dev.tautline.check.rules.secrets;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.link.Stage;

/// What is started on developers' machines only holds nothing that a log-in could give away.
final class DeveloperMachine {
    private DeveloperMachine() {}

    static Finding weighed(Client client, Finding finding) {
        return client.stage() == Stage.LOCAL ? finding.withSeverity(Severity.LOW) : finding;
    }
}
