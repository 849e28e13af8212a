package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.finding.Words;
import dev.tautline.settings.PostgresKeys;
import java.time.Duration;

/// Clients that vanished keep their sessions, with all their locks.
public final class DeadClientsNoticedLate extends HarmfulValue<Duration> {
    /// Half of what the kernel waits where nothing is set is still far longer than anybody waits for a lock.
    private static final Duration LATE = Duration.ofHours(1);

    public DeadClientsNoticedLate() {
        super(Severity.LOW, PostgresKeys.TCP_KEEPALIVES_IDLE, idle -> idle.compareTo(LATE) > 0, "60");
    }

    @Override
    String headline(Duration idle) {
        return "tcp_keepalives_idle = " + Words.of(idle) + " keeps sessions of clients that vanished";
    }

    @Override
    String consequence() {
        return "A machine that lost its power leaves an open transaction behind: its locks stop others, and its slot is"
                + " missing, until the server asks whether anybody is there.";
    }
}
