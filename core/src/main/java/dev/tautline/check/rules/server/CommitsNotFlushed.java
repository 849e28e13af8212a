package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;

/// MySQL reports commits before its log is on disk.
public final class CommitsNotFlushed extends HarmfulValue<Integer> {
    public CommitsNotFlushed() {
        super(Severity.HIGH, MySqlKeys.INNODB_FLUSH_LOG_AT_TRX_COMMIT, value -> value != 1, "1");
    }

    @Override
    String headline(Integer value) {
        return "innodb_flush_log_at_trx_commit = " + value + " reports commits before they are on disk";
    }

    @Override
    String consequence() {
        return "A crash of the machine loses the last second or more of confirmed orders, and replicas that already have them stop with duplicate keys.";
    }
}
