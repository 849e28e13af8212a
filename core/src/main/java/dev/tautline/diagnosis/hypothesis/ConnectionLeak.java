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
import java.util.List;
import java.util.Locale;

/// Borrowed connections are never returned: the pool calls them active, the server calls them idle.
final class ConnectionLeak implements Hypothesis {
    /// What is late or cut off stays out only since then.
    private static final double KEPT_SHARE = 0.4;

    private static final Cause CAUSE = new Cause("connection-leak", "Connection leak", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var exhausted = PoolOf.exhausted(scene);
        if (exhausted.isEmpty()) {
            return PoolOf.all(scene).isEmpty()
                    ? new Unknown("no agent reports a pool")
                    : new Refuted("no pool is exhausted");
        }
        var of = exhausted.getFirst();
        if (StarvedInstance.starved(of.instance())) {
            return new Unknown(of.instance().name() + " hardly gets to run, so its borrowers return late");
        }
        Double accountedFor = of.pool().connectionsAccountedFor();
        if (accountedFor == null) {
            return keptBack(of, scene);
        }
        String account = String.format(
                Locale.ROOT, "%s; returned borrows account for %.1f of them", of.describe(), accountedFor);
        if (accountedFor >= 0.6 * of.pool().active()) {
            return new Refuted(account);
        }
        return idleOnTheServer(of, scene, account);
    }

    /// Nothing comes back any more, so the present tells nothing; while something did, others stayed out already.
    private static Judgement keptBack(PoolOf of, Scene scene) {
        double kept = of.pool().details().keptBack();
        String account = String.format(
                Locale.ROOT,
                "%s; nothing comes back any more, and while borrows did, %.0f connections stayed out",
                of.describe(),
                kept);
        return kept >= KEPT_SHARE * of.pool().active() ? idleOnTheServer(of, scene, account) : new Unknown(account);
    }

    private static Judgement idleOnTheServer(PoolOf of, Scene scene, String account) {
        int active = PoolOf.all(scene).stream()
                .mapToInt(pool -> pool.pool().active())
                .sum();
        var seen = scene.servers().stream()
                .filter(server ->
                        server.silentSeconds() == 0 && server.sessions().samples() > 0)
                .toList();
        if (seen.isEmpty()) {
            return new Unknown(account + ", and no server could be asked what the sessions do");
        }
        double busy =
                seen.stream().mapToDouble(server -> server.sessions().busy()).sum();
        String onServer = String.format(
                Locale.ROOT, "pools call %d connections active, the server is busy with %.1f", active, busy);
        if (busy > 0.5 * active) {
            return new Unknown(account + "; " + onServer);
        }
        return new Supported(
                CAUSE,
                of.instance().name(),
                Strength.LIKELY,
                "connections are borrowed and not returned",
                List.of(account, onServer),
                "Set leakDetectionThreshold to see where they are borrowed, and close them there.",
                null);
    }
}
