package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.Objects;

/// Looking up the server's name takes the time: the first name server is dead, or the search list is walked in
/// vain.
final class SlowResolver implements Hypothesis {
    /// The resolver's own time-out for one name server is 5 s, at least 1 s (resolv.conf(5)); half a second is no
    /// look-up that went well.
    private static final double SLOW_MILLIS = 500;

    private static final double ORDINARY_MILLIS = 100;

    private static final Cause CAUSE = new Cause("slow-resolver", "Slow name servers", Owner.NETWORK);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var timed = scene.routes().stream()
                .filter(route -> route.silentSeconds() == 0 && route.details().resolve() != null)
                .toList();
        if (timed.isEmpty()) {
            return new Unknown("no name could be looked up");
        }
        var evidence =
                timed.stream().map(route -> route.host() + ": " + time(route)).toList();
        var slow =
                timed.stream().filter(route -> time(route).now() >= SLOW_MILLIS).findFirst();
        if (slow.isPresent()) {
            return new Supported(
                    CAUSE,
                    slow.get().host(),
                    Strength.LIKELY,
                    "looking up " + slow.get().host() + " takes most of the time of a new connection",
                    evidence,
                    "Look at the first name server in /etc/resolv.conf and at its search list.",
                    null);
        }
        return timed.stream().allMatch(route -> time(route).now() <= ORDINARY_MILLIS)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    private static Reading time(RouteView route) {
        return Objects.requireNonNull(route.details().resolve());
    }
}
