package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;

/// Old rows are not frozen in time: when transaction ids run out, the server takes no more writes.
final class TransactionIdsRunOut implements Hypothesis {
    /// The server warns 40 million before the end of 2^31 and stops 3 million before it; from this age on autovacuum
    /// drops all restraint (vacuum_failsafe_age, PostgreSQL 18).
    private static final long FAILSAFE_AGE = 1_600_000_000;

    /// A sound autovacuum starts at once at autovacuum_freeze_max_age; so far beyond, it does not get through.
    private static final double BEYOND = 3;

    private static final Cause CAUSE = new Cause("transaction-ids-run-out", "Transaction ids run out", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, TransactionIdsRunOut::judge);
    }

    private static Judgement judge(ServerView server) {
        var vacuum = server.vacuum();
        if (vacuum == null) {
            return new Unknown("the age of transaction ids has not been read yet");
        }
        var age = "the oldest database is %d transactions from its last freeze (autovacuum_freeze_max_age %d)"
                .formatted(vacuum.transactionIdAge(), vacuum.freezeMaxAge());
        boolean stalled = vacuum.transactionIdAge() >= BEYOND * vacuum.freezeMaxAge();
        if (!stalled && vacuum.transactionIdAge() < FAILSAFE_AGE) {
            return new Refuted(age);
        }
        var holder = vacuum.holder();
        return new Supported(
                CAUSE,
                server.target(),
                vacuum.transactionIdAge() >= FAILSAFE_AGE ? Strength.CERTAIN : Strength.LIKELY,
                "freezing does not keep up with the transactions of " + server.target(),
                holder == null ? List.of(age) : List.of(age, holder.describe()),
                "Remove what holds the oldest snapshot, then run VACUUM (FREEZE, VERBOSE) on the oldest tables as"
                        + " superuser: SELECT relname, age(relfrozenxid) FROM pg_class WHERE relkind = 'r' ORDER BY 2"
                        + " DESC.",
                null);
    }
}
