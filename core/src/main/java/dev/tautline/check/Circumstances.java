package dev.tautline.check;

import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.link.Profile;
import dev.tautline.link.Stage;

/// Under which profile and at which stage something was judged.
record Circumstances(Profile profile, Stage stage) {
    static Circumstances of(Client client) {
        return new Circumstances(client.profile(), client.stage());
    }

    static Circumstances at(Stage stage) {
        return new Circumstances(Profile.PLAIN, stage);
    }

    /// A defect where no customer is served is hygiene, whatever it would be elsewhere; on a developer's
    /// machine it costs time, at most.
    Severity weigh(Severity severity) {
        return switch (stage) {
            case DEVELOPMENT -> Severity.LOW;
            case LOCAL -> severity.compareTo(Severity.MEDIUM) < 0 ? Severity.MEDIUM : severity;
            case PRODUCTION, UNKNOWN -> severity;
        };
    }
}
