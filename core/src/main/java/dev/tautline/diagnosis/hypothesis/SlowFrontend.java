package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Objects;

/// The application's or frontend's own work takes the time, not the database.
final class SlowFrontend implements Hypothesis {
    private static final double SLOW = 3;
    private static final double SLOW_MILLIS = 100;
    private static final double MAIN_SHARE = 0.5;
    private static final double SMALL_SHARE = 0.25;

    private static final Cause CAUSE =
            new Cause("slow-frontend", "Slow frontend or application code", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var timed =
                symptoms.suffering(scene).stream().filter(SlowFrontend::isTimed).toList();
        if (timed.isEmpty()) {
            return new Unknown("no agent times its requests");
        }
        var slow = timed.stream().filter(SlowFrontend::ownWorkIsSlow).findFirst();
        if (slow.isPresent()) {
            return new Supported(
                    CAUSE,
                    slow.get().name(),
                    Strength.LIKELY,
                    "requests spend their time outside the database",
                    List.of(describe(slow.get())),
                    "Profile " + slow.get().name() + " and look at its calls to other services.",
                    null);
        }
        var evidence = timed.stream().map(SlowFrontend::describe).toList();
        return timed.stream().allMatch(SlowFrontend::ownWorkIsOrdinary)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    /// Whether all of these say that most of a request's time, and much more than usual, goes to their own work.
    static boolean takesTheTimeOf(List<InstanceView> suffering) {
        return !suffering.isEmpty()
                && suffering.stream().allMatch(instance -> isTimed(instance) && ownWorkIsSlow(instance));
    }

    private static boolean isTimed(InstanceView instance) {
        return instance.silentSeconds() == 0
                && instance.requests().own() != null
                && instance.requests().total() != null;
    }

    static boolean ownWorkIsSlow(InstanceView instance) {
        var own = Objects.requireNonNull(instance.requests().own());
        return own.raised(SLOW, SLOW_MILLIS) && share(instance.requests()) >= MAIN_SHARE;
    }

    private static boolean ownWorkIsOrdinary(InstanceView instance) {
        var own = Objects.requireNonNull(instance.requests().own());
        return own.asUsual(SLOW, SLOW_MILLIS)
                || (share(instance.requests()) <= SMALL_SHARE && !own.raised(SLOW, SLOW_MILLIS));
    }

    private static double share(RequestView requests) {
        double total = Objects.requireNonNull(requests.total()).now();
        return total == 0 ? 0 : Objects.requireNonNull(requests.own()).now() / total;
    }

    private static String describe(InstanceView instance) {
        var requests = instance.requests();
        return "%s: %s, %.0f %% of the request's %s"
                .formatted(
                        instance.name(),
                        requests.own(),
                        100 * share(requests),
                        Objects.requireNonNull(requests.total())
                                .unit()
                                .format(requests.total().now()));
    }
}
