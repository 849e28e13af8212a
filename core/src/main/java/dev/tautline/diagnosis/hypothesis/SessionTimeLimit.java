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
import java.util.List;
import java.util.Set;

/// The server ends sessions that are idle, or that keep a transaction open, for longer than it allows; the pool
/// keeps them for longer than that.
final class SessionTimeLimit implements Hypothesis {
    /// idle_session_timeout, idle_in_transaction_session_timeout, transaction_timeout (PostgreSQL manual 18,
    /// appendix A).
    private static final Set<String> LIMITS = Set.of("57P05", "25P03", "25P04");

    private static final List<String> SETTINGS = List.of("idleTimeout", "keepaliveTime", "maxLifetime");

    private static final Cause CAUSE =
            new Cause("session-time-limit", "Pool keeps sessions beyond the server's limit", Owner.APPLICATION);

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
                .filter(of -> of.pool().details().failedWith(LIMITS) > 0)
                .findFirst();
        if (ended.isEmpty()) {
            return new Refuted("no session met a time limit of the server (57P05, 25P03, 25P04)");
        }
        var of = ended.get();
        var evidence = new ArrayList<String>();
        evidence.add("%s's pool %s: sessions ended by the server: %s"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        of.pool().details().statementsFailed()));
        for (var name : SETTINGS) {
            of.pool()
                    .setting(name)
                    .ifPresent(setting -> evidence.add(name + "=" + setting.value() + " at " + setting.origin()));
        }
        return new Supported(
                CAUSE,
                of.instance().name(),
                Strength.CERTAIN,
                "the server ends sessions that the pool " + of.pool().name() + " still counts on",
                evidence,
                "Set idleTimeout and keepaliveTime of pool " + of.pool().name()
                        + " below idle_session_timeout; keep transactions shorter than the server's limits.",
                null);
    }
}
