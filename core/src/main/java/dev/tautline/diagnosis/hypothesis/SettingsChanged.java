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
import java.time.Duration;
import java.util.List;

/// A setting of the server, a host rule, a limit or the schema changed shortly before the trouble began, and nothing
/// else explains it. Last in the catalogue: what a change did to the numbers is a better name than the change. What was
/// followed by calm, and what was only put back, explains nothing.
final class SettingsChanged implements Hypothesis {
    private static final Duration JUST_BEFORE = Duration.ofMinutes(2);

    private static final List<Change.Kind> KINDS =
            List.of(Change.Kind.SERVER_SETTING, Change.Kind.HOST_RULE, Change.Kind.LIMIT, Change.Kind.SCHEMA);

    private static final Cause CAUSE =
            new Cause("server-settings-changed", "The server was changed just before", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var changes = KINDS.stream()
                .flatMap(kind -> Recent.of(scene, server, kind))
                .filter(change -> change.before() != null)
                .filter(change -> !change.at().isBefore(scene.at().minus(JUST_BEFORE)))
                .toList();
        if (changes.isEmpty()) {
            return new Refuted("nothing was changed in the last %d s".formatted(JUST_BEFORE.toSeconds()));
        }
        changes = changes.stream()
                .filter(change -> !scene.calmAfter(change.at()) && !Recent.cancelledOut(change, scene))
                .toList();
        if (changes.isEmpty()) {
            return new Refuted("what was changed in the last %d s was put back, or all was well with it"
                    .formatted(JUST_BEFORE.toSeconds()));
        }
        var first = changes.getFirst();
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                first.toString(),
                changes.stream().map(Change::dated).toList(),
                "Set it back to " + first.before() + " if nobody needs the new value, and see whether that mends it.",
                first);
    }
}
