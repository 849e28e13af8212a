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
import java.util.Set;

/// The server ends sessions on command: `pg_terminate_backend`, a failover tool, an administrator.
final class SessionsTerminated implements Hypothesis {
    /// `admin_shutdown` (PostgreSQL manual 18, appendix A).
    private static final Set<String> BY_COMMAND = Set.of("57P01");

    private static final Cause CAUSE =
            new Cause("sessions-terminated", "Sessions are ended by an administrator", Owner.DATABASE);

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
        var ended = pools.stream()
                .filter(of -> of.pool().details().failedWith(BY_COMMAND) > 0)
                .toList();
        var evidence = (ended.isEmpty() ? pools : ended)
                .stream().map(SessionsTerminated::describe).toList();
        return ended.isEmpty()
                ? new Refuted(evidence)
                : new Supported(
                        CAUSE,
                        ended.getFirst().instance().name(),
                        Strength.LIKELY,
                        "the server ended sessions on somebody's command",
                        evidence,
                        "Find in the server's log who gave the command; pools reconnect by themselves.",
                        null);
    }

    private static String describe(PoolOf of) {
        return "%s's pool %s: %d sessions ended by the server with 57P01"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        of.pool().details().failedWith(BY_COMMAND));
    }
}
