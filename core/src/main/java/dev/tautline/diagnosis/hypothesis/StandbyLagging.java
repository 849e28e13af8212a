package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerReplication.Receiver;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.ServerView.Standby;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import java.util.Comparator;
import java.util.List;

/// A standby is far behind: what reads there is old, and a failover loses what it lacks.
final class StandbyLagging implements Hypothesis {
    /// A standby that replays at all is within this, even behind a busy primary.
    private static final double LATE_MILLIS = 30_000;

    /// Where it is known how soon a standby usually replays, so much more than that is late.
    private static final double LATER_MILLIS = 10_000;

    private static final double LATER = 3;

    private static final double FAR_BYTES = 64.0 * 1024 * 1024;
    private static final double NEAR_BYTES = 16.0 * 1024 * 1024;

    private static final Cause LAGS = new Cause("standby-lagging", "A standby lags", Owner.DATABASE);
    private static final Cause PAUSED = new Cause("replay-paused", "Replay is paused on a standby", Owner.DATABASE);

    @Override
    public Cause cause() {
        return LAGS;
    }

    @Override
    public List<Cause> causes() {
        return List.of(LAGS, PAUSED);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, StandbyLagging::judge);
    }

    private static Judgement judge(ServerView server) {
        var replication = server.replication();
        if (replication == null) {
            return new Unknown("replication cannot be read");
        }
        var receiver = replication.receiver();
        if (receiver != null) {
            return asStandby(server, receiver);
        }
        var furthest = replication.standbys().stream().max(Comparator.comparingLong(Standby::lagBytes));
        if (furthest.isEmpty() || furthest.get().lagBytes() <= NEAR_BYTES) {
            return new Refuted(
                    furthest.map(standby -> standby.name() + " is " + Unit.bytes(standby.lagBytes()) + " behind")
                            .orElse("no standby is connected"));
        }
        var standby = furthest.get();
        return standby.lagBytes() < FAR_BYTES
                ? new Unknown(standby.name() + " is " + Unit.bytes(standby.lagBytes()) + " behind")
                : supported(LAGS, standby.name(), Unit.bytes(standby.lagBytes()) + " behind " + server.target());
    }

    private static Judgement asStandby(ServerView server, Receiver receiver) {
        var behind = Unit.bytes(receiver.behindBytes()) + " received and not replayed"
                + (receiver.delay() == null ? "" : ", " + receiver.delay());
        if (receiver.replayPaused()) {
            return supported(PAUSED, server.target(), "replay is paused; " + behind);
        }
        boolean late = receiver.delay() != null && isLate(receiver.delay());
        if (receiver.behindBytes() >= FAR_BYTES || (late && receiver.behindBytes() > 0)) {
            return supported(LAGS, server.target(), behind);
        }
        return receiver.behindBytes() <= NEAR_BYTES ? new Refuted(behind) : new Unknown(behind);
    }

    private static boolean isLate(Reading delay) {
        return delay.usual() == null ? delay.now() >= LATE_MILLIS : delay.raised(LATER, LATER_MILLIS);
    }

    private static Judgement supported(Cause cause, String standby, String evidence) {
        return new Supported(
                cause,
                standby,
                Strength.CERTAIN,
                standby + " serves old data: " + evidence,
                List.of(evidence),
                cause.equals(PAUSED)
                        ? "Resume it with SELECT pg_wal_replay_resume() on " + standby + "."
                        : "Look for a long query on " + standby
                                + " that replay waits for, for its disk, and for the network"
                                + " to it; take it out of the read route until it has caught up.",
                null);
    }
}
