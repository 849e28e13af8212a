package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.PostgresKeys;
import java.util.Set;

/// Commits are reported before they are safe.
public final class SynchronousCommitOff extends HarmfulValue<String> {
    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    public SynchronousCommitOff() {
        super(Severity.MEDIUM, PostgresKeys.SYNCHRONOUS_COMMIT, OFF::contains, "on");
    }

    @Override
    String headline(String value) {
        return "synchronous_commit is off for everybody";
    }

    @Override
    String consequence() {
        return "After a crash the last orders that customers saw confirmed are gone, up to three times wal_writer_delay of them.";
    }
}
