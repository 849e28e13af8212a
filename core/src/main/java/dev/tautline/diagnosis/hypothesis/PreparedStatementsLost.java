package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.Set;

/// Statements that a client has prepared are not there when it uses them: a pooler gives each transaction another
/// session.
final class PreparedStatementsLost implements Hypothesis {
    /// `invalid_sql_statement_name`, `duplicate_prepared_statement` (PostgreSQL manual 18, appendix A).
    private static final Set<String> NOT_THERE = Set.of("26000", "42P05");

    private static final Cause CAUSE =
            new Cause("prepared-statements-lost", "Pooler loses prepared statements", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var pools = PoolOf.all(scene);
        if (pools.isEmpty()) {
            return new Unknown("no agent reports a pool");
        }
        var lost = pools.stream()
                .filter(of -> of.pool().details().failedWith(NOT_THERE) > 0)
                .findFirst();
        if (lost.isEmpty()) {
            return new Refuted("no prepared statement was missing (26000) or there twice (42P05)");
        }
        var of = lost.get();
        var evidence = new ArrayList<String>();
        evidence.add("%s's pool %s: %d prepared statements missing or there twice"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        of.pool().details().failedWith(NOT_THERE)));
        of.pool()
                .setting("driver.prepareThreshold")
                .ifPresent(setting -> evidence.add("prepareThreshold=" + setting.value() + " at " + setting.origin()));
        return new Supported(
                CAUSE,
                of.instance().name(),
                Strength.CERTAIN,
                "prepared statements of pool " + of.pool().name() + " are not in the session that gets them",
                evidence,
                "Set max_prepared_statements of PgBouncer (1.21 or newer) above 0, or prepareThreshold=0 in the URL,"
                        + " or pool by session.",
                null);
    }
}
