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
import java.util.List;

/// The postmaster was ended and started again: all connections broke at once.
final class ServerRestarted implements Hypothesis {
    private static final Cause CAUSE = new Cause("server-restarted", "The server was restarted", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene, symptoms));
    }

    private static Judgement judge(ServerView server, Scene scene, Symptoms symptoms) {
        var postmaster = FreshStart.of(server, scene).stream()
                .filter(FreshStart::isPostmaster)
                .findFirst();
        if (postmaster.isEmpty()) {
            return new Refuted("its postmaster was not started anew");
        }
        return FreshStart.doubt(postmaster.get(), server, scene, symptoms).orElseGet(() -> restarted(postmaster.get()));
    }

    private static Judgement restarted(Change start) {
        return new Supported(
                CAUSE,
                start.subject(),
                Strength.CERTAIN,
                start.subject() + " was started anew, and all connections to it broke",
                List.of(start.dated()),
                "Ask who restarted it, or read its log before that time; let pools retire broken connections at once.",
                start);
    }
}
