package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;

/// MySQL shuts a host out after fewer failed handshakes than by default.
public final class HostBlockedAfterFewErrors extends HarmfulValue<Integer> {
    /// The default since MySQL 5.6.6 and MariaDB 10.0 (manuals, `max_connect_errors`).
    private static final int USUAL = 100;

    public HostBlockedAfterFewErrors() {
        super(Severity.HIGH, MySqlKeys.MAX_CONNECT_ERRORS, errors -> errors < USUAL, "1000000");
    }

    @Override
    String headline(Integer value) {
        return "max_connect_errors = " + value + " shuts a host out after " + value + " broken handshakes";
    }

    @Override
    String consequence() {
        return "A balancer's check that only opens a port, or a short fault of the network, and every connection from that"
                + " host fails with 1129 \"Host is blocked because of many connection errors\", until somebody empties the"
                + " host cache by hand.";
    }
}
