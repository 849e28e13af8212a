package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;

/// One of the server's processes died (the out-of-memory killer, a bug, a `kill -9`), so the postmaster ended all
/// sessions and recovered. New connections are told so while it recovers; afterwards the server's helpers are younger
/// than its postmaster.
final class ServerCrashed implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("server-crashed", "A server process crashed and took all sessions along", Owner.DATABASE);

    private final ToldByFailure recovering = new ToldByFailure(CAUSE, Step.AUTHENTICATE, FailureKind.CRASH_RECOVERY) {};

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var told = recovering.judge(scene, symptoms);
        if (told instanceof Supported || scene.servers().isEmpty()) {
            return told;
        }
        return PerServer.judge(scene, server -> recovered(server, scene, symptoms));
    }

    private static Judgement recovered(ServerView server, Scene scene, Symptoms symptoms) {
        var starts = FreshStart.of(server, scene);
        if (starts.isEmpty()) {
            return new Refuted("no process of it was started anew");
        }
        var postmaster = starts.stream().filter(FreshStart::isPostmaster).findFirst();
        if (postmaster.isPresent()) {
            return new Refuted(
                    "the postmaster itself is new: " + postmaster.get().dated());
        }
        return FreshStart.doubt(starts.getFirst(), server, scene, symptoms).orElseGet(() -> crashed(starts.getFirst()));
    }

    private static Judgement crashed(Change start) {
        return new Supported(
                CAUSE,
                start.subject(),
                Strength.CERTAIN,
                "a process of " + start.subject() + " crashed, so that the server ended all sessions and recovered",
                List.of(start.dated(), "the postmaster itself went on"),
                "Read the server's log for 'was terminated by signal': 9 is mostly the kernel's out-of-memory killer"
                        + " (dmesg), 11 a fault in an extension or in the server.",
                start);
    }
}
