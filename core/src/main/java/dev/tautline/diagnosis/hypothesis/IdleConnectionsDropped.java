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

/// Connections that rested in the pool are dead: a firewall, a translator of addresses or a balancer has forgotten
/// them. Borrowers wait although connections are idle, for each is found dead first.
final class IdleConnectionsDropped implements Hypothesis {
    /// Validating a connection that is alive takes a round trip; HikariCP gives a dead one validationTimeout, at
    /// least 250 ms.
    private static final double VALIDATION_MILLIS = 240;

    private static final Cause CAUSE =
            new Cause("idle-connections-dropped", "Idle connections are dropped on the way", Owner.NETWORK);

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
        var dead =
                pools.stream().filter(IdleConnectionsDropped::waitsBesideIdle).findFirst();
        if (dead.isEmpty()) {
            return new Refuted("nobody waits for a connection while some are idle");
        }
        if (StarvedInstance.isLate(dead.get().instance())) {
            return new Unknown(dead.get().describe()
                    + ", but its process gets to run late, and whoever is woken late waits longer");
        }
        var failing = Routes.failing(scene);
        if (!failing.isEmpty()) {
            return new Unknown("connections fail anyway: " + Routes.describe(failing.getFirst()));
        }
        return supported(dead.get(), scene);
    }

    private static boolean waitsBesideIdle(PoolOf of) {
        var pool = of.pool();
        var waited = pool.acquireP95();
        boolean waits = pool.acquireTimeouts() > 0 || (waited != null && waited.now() >= VALIDATION_MILLIS);
        return waits
                && pool.active() <= pool.maximum() / 2
                && pool.total() > pool.active()
                && pool.connectFailures().isEmpty();
    }

    private static Supported supported(PoolOf of, Scene scene) {
        var evidence = new ArrayList<String>();
        evidence.add(of.describe()
                + ", %d idle, %d gave up".formatted(of.pool().idle(), of.pool().acquireTimeouts()));
        var waited = of.pool().acquireP95();
        if (waited != null) {
            evidence.add(waited.toString());
        }
        of.pool()
                .setting("keepaliveTime")
                .ifPresent(setting -> evidence.add("keepaliveTime=" + setting.value() + " at " + setting.origin()));
        Climbed.fresh(scene).stream().map(Routes::describe).forEach(evidence::add);
        return new Supported(
                CAUSE,
                of.instance().name(),
                Strength.LIKELY,
                "connections of pool " + of.pool().name() + " die while they rest",
                evidence,
                "Set keepaliveTime of pool " + of.pool().name()
                        + " below the idle time-out of what stands in between, and socketTimeout of the driver.",
                null);
    }
}
