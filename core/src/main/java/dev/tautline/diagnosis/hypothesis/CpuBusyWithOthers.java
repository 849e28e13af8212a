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
import java.util.ArrayList;

/// Sessions of others keep the server's processors busy: our statements wait for their turn, each a little, while
/// nobody waits for a lock, a disk or a standby.
final class CpuBusyWithOthers implements Hypothesis {
    private static final double MORE = 3;
    private static final double MORE_SESSIONS = 1.5;
    private static final double ORDINARY_SESSIONS = 1;

    /// The guard's own shortest question: 0.4 ms in health, 3.4 ms when others had the processor.
    private static final double SLOWER = 2.5;

    private static final double SLOWER_MILLIS = 1;

    private static final Cause CAUSE =
            new Cause("cpu-busy-with-others", "Other sessions keep the database's CPU busy", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, CpuBusyWithOthers::judge);
    }

    private static Judgement judge(ServerView server) {
        var others = server.activity().othersOnCpu();
        if (others == null) {
            return new Unknown("it is not told what other sessions do");
        }
        if (!others.raised(MORE, MORE_SESSIONS)) {
            return others.now() <= ORDINARY_SESSIONS || others.asUsual(1.5, ORDINARY_SESSIONS)
                    ? new Refuted(others.toString())
                    : new Unknown(others.toString());
        }
        if (!felt(server)) {
            return new Unknown(others + ", but the server answers as quickly as ever");
        }
        return supported(server);
    }

    /// Whether that is what a server suffers from.
    static boolean on(ServerView server) {
        return judge(server) instanceof Supported;
    }

    private static boolean felt(ServerView server) {
        var trip = server.activity().roundTrip();
        var mean = server.statementMean();
        return (trip != null && trip.raised(SLOWER, SLOWER_MILLIS))
                || (mean != null && mean.raised(SLOWER, SLOWER_MILLIS));
    }

    private static Judgement supported(ServerView server) {
        var activity = server.activity();
        var evidence = new ArrayList<String>();
        evidence.add(String.valueOf(activity.othersOnCpu()));
        if (activity.roundTrip() != null) {
            evidence.add(activity.roundTrip().toString());
        }
        var busiest = activity.groups().stream().filter(group -> !group.ours()).findFirst();
        busiest.ifPresent(group -> evidence.add(group.describe()));
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                busiest.map(group ->
                                "the processors are busy with " + group.application() + " (role " + group.role() + ")")
                        .orElse("the processors are busy with other sessions"),
                evidence,
                "Stop or postpone that work, give it to a standby, or bound it (max_parallel_workers_per_gather, fewer"
                        + " connections for its role).",
                null);
    }
}
