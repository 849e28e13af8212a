package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;

/// MySQL does not write its binary log to disk with each commit.
public final class BinlogNotFlushed extends HarmfulValue<Integer> {
    public BinlogNotFlushed() {
        super(Severity.MEDIUM, MySqlKeys.SYNC_BINLOG, value -> value != 1, "1");
    }

    @Override
    String headline(Integer value) {
        return "sync_binlog = " + value + " leaves commits out of the binary log at a crash";
    }

    @Override
    String consequence() {
        return "After a crash the primary has orders that no replica will ever get, or the other way round.";
    }
}
