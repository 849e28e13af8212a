package dev.tautline.check.rules.routing;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;

/// A rule about a whole link weighs each finding itself, by the stage of the client that it is about.
final class Stages {
    private Stages() {}

    static Finding weighed(Client client, Finding finding) {
        return switch (client.stage()) {
            case DEVELOPMENT -> finding.withSeverity(Severity.LOW);
            case LOCAL ->
                finding.withSeverity(
                        finding.severity().compareTo(Severity.MEDIUM) < 0 ? Severity.MEDIUM : finding.severity());
            case PRODUCTION, UNKNOWN -> finding;
        };
    }
}
