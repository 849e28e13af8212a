package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pool has fewer connections than ordinary traffic needs (Little's law: rate × hold time).
final class PoolTooSmall implements Hypothesis {
    static final String SETTING = "maximumPoolSize";

    /// Above this multiple of the usual, the hold time is what fills the pool, and the size is not the cause.
    private static final double HELD_LONGER = 3;

    private static final double HELD_LONGER_MILLIS = 20;
    private static final double SPIKE = 1.5;

    /// Where what comes back accounts for less of the pool, the others are not at work but gone.
    private static final double AT_WORK = 0.5;

    private static final Cause CAUSE = new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION);

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
        var exhausted = PoolOf.exhausted(scene);
        if (exhausted.isEmpty()) {
            return symptoms.sufferingPools(scene).anyMatch(PoolView::starved)
                    ? new Refuted("connections are missing below the maximum: they cannot be opened")
                    : new Refuted(pools.stream().map(PoolOf::describe).toList());
        }
        return exhausted.stream()
                .map(pool -> judge(pool, scene))
                .filter(Supported.class::isInstance)
                .findFirst()
                .orElseGet(() -> judge(exhausted.getFirst(), scene));
    }

    private Judgement judge(PoolOf of, Scene scene) {
        var pool = of.pool();
        var shrunk = shrinking(of, scene);
        if (shrunk.isPresent() && formerSizeWouldDo(pool, shrunk.get())) {
            return supported(of, scene, Strength.CERTAIN, shrunk);
        }
        var hold = pool.hold();
        if (hold != null && hold.raised(HELD_LONGER, HELD_LONGER_MILLIS)) {
            return new Refuted(of.describe() + ", because connections are held longer: " + hold);
        }
        boolean peersManage = of.peers(scene)
                .anyMatch(peer ->
                        peer.pool().maximum() > pool.maximum() && !peer.pool().exhausted());
        if (peersManage) {
            return supported(of, scene, Strength.CERTAIN, shrunk);
        }
        var rate = pool.borrowsPerSecond();
        if (rate != null && rate.raised(SPIKE, 1)) {
            return new Unknown(of.describe() + ", but more is asked of it than usual: " + rate);
        }
        if (StarvedInstance.starved(of.instance())) {
            return new Unknown(of.describe() + ", but its process hardly gets to run, and holds them longer for it");
        }
        Double needed = pool.connectionsNeeded();
        return needed != null && needed >= 0.8 * pool.maximum()
                ? supported(of, scene, Strength.LIKELY, shrunk)
                : new Unknown(of.describe() + ", more than rate × hold time accounts for");
    }

    private static Optional<Change> shrinking(PoolOf of, Scene scene) {
        return scene.changes(Change.Kind.CLIENT_SETTING, of.instance().name())
                .filter(change -> change.what().equals(of.pool().name() + "." + SETTING))
                .findFirst()
                .filter(change -> number(change.before()) > number(change.after()));
    }

    private static boolean formerSizeWouldDo(PoolView pool, Change shrunk) {
        Double needed = pool.connectionsNeeded();
        return needed == null || (needed >= AT_WORK * pool.maximum() && needed <= number(shrunk.before()));
    }

    private static double number(@Nullable String value) {
        return value != null && value.matches("\\d+") ? Double.parseDouble(value) : Double.NaN;
    }

    private static Supported supported(PoolOf of, Scene scene, Strength strength, Optional<Change> shrunk) {
        var pool = of.pool();
        String origin =
                pool.setting(SETTING).map(setting -> " at " + setting.origin()).orElse("");
        String former = shrunk.map(change -> " back to " + change.before()).orElse("");
        return new Supported(
                CAUSE,
                of.instance().name(),
                strength,
                "the pool %s of %s has %s %d and needs more"
                        .formatted(pool.name(), of.instance().name(), SETTING, pool.maximum()),
                evidence(of, scene, shrunk),
                "Set %s of pool %s on %s%s%s and redeploy it."
                        .formatted(SETTING, pool.name(), of.instance().name(), former, origin),
                shrunk.orElse(null));
    }

    private static List<String> evidence(PoolOf of, Scene scene, Optional<Change> shrunk) {
        var pool = of.pool();
        var evidence = new ArrayList<String>();
        evidence.add(of.describe() + ", %d gave up".formatted(pool.acquireTimeouts()));
        shrunk.ifPresent(change -> evidence.add(change.dated()));
        of.peers(scene).map(PoolOf::describe).forEach(evidence::add);
        if (pool.acquireP95() != null) {
            evidence.add(pool.acquireP95().toString());
        }
        if (pool.hold() != null) {
            evidence.add(pool.hold().toString());
        }
        Double needed = pool.connectionsNeeded();
        if (needed != null) {
            evidence.add(String.format(Locale.ROOT, "rate × hold time needs %.1f connections", needed));
        }
        return evidence;
    }
}
