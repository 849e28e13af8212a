package dev.tautline.watch;

import dev.tautline.diagnosis.Destination;
import dev.tautline.diagnosis.RouteDetails.OtherAddress;
import dev.tautline.diagnosis.RouteView.FormerAddress;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Scope;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One fresh connection per period to one target, outside every pool. A miss is confirmed at once by a second
/// climb in place of waiting for the next period. When that fails, too, and the name stood for another address
/// before, the former address is tried: whether the node still lives there is what tells a wrong entry from a dead
/// node.
///
/// A name that is not answered in time is waited for at the next climbs, until look-ups are quick again: the resolver
/// itself goes on to the next name server after 5 s (resolv.conf(5), `timeout`), and who answers late is no dead one.
///
/// Where this machine is crowded, what ran out of time is tried a third time, with as much more of it: a guard that
/// hardly gets to run must not call a server silent.
final class CanaryClimb implements Lane.Source<CanaryClimb.Climb> {
    /// Two misses and a look at the former address must end well within two periods, or an outage is seen late.
    private static final Duration DEADLINE = Duration.ofMillis(1200);

    /// Where each step was answered and there was no time for all of them, the path is slow and not broken.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /// For a name alone: longer than the resolver waits for its first name server.
    private static final Duration NAME_PATIENCE = Duration.ofSeconds(6);

    private static final Duration QUICK_NAME = Duration.ofMillis(400);

    /// So many times the usual time for each step of such a climb.
    private static final double STEPS_IN_PATIENCE = 2;

    /// An answer that says no comes sooner than this; what takes longer ran out of time.
    private static final Duration OUT_OF_TIME = Duration.ofMillis(500);

    /// What says nothing of the server.
    private static final Set<FailureKind> OUR_OWN =
            EnumSet.of(FailureKind.DEADLINE_TOO_SHORT, FailureKind.MACHINE_TOO_BUSY);

    private final Ladder ladder;

    /// For a climb that shall tell why the one before it failed.
    private final Ladder thorough;

    private final ProbeTarget target;
    private final Crowding crowding;
    private final OtherAddresses others;
    private final LargeAnswer largeAnswer = new LargeAnswer();
    private @Nullable LadderResult lastGood;
    private @Nullable Destination destination;
    private @Nullable Instant failingSince;
    private boolean namesAreSlow;

    /// One climb to the target's first address, and what happened at the address it had before.
    ///
    /// @param answeredHere when the last climb to the same address passed every step; null when none did
    /// @param failingSince when the first of the climbs began that have failed without a break; null when it
    ///     passed
    /// @param recovered it failed at first, and passed when it was tried again at once
    /// @param transfer time for a large answer, when it was tried
    /// @param others what happened at the name's other addresses
    /// @param destination where the last climb that passed every step ended; null when none did
    record Climb(
            LadderResult result,
            @Nullable FormerAddress former,
            @Nullable Instant answeredHere,
            @Nullable Instant failingSince,
            boolean recovered,
            @Nullable Duration transfer,
            List<OtherAddress> others,
            @Nullable Destination destination) {
        /// All addresses of the name, sorted, for people and for comparing.
        String addresses() {
            var sorted = new TreeSet<String>();
            result.addresses().forEach(address -> sorted.add(address.getHostAddress()));
            return String.join(", ", sorted);
        }
    }

    CanaryClimb(Ladder ladder, ProbeTarget target, Crowding crowding) {
        this.ladder = ladder;
        this.thorough = ladder.asking(Scope.CANARY.withLarge());
        this.target = target;
        this.crowding = crowding;
        this.others = new OtherAddresses(ladder, target, DEADLINE);
    }

    /// @throws TimeoutException when this machine is too busy to climb in time: that says nothing of the server
    @Override
    public Climb sample() throws TimeoutException {
        boolean doubted = largeAnswer.isCutOff();
        var first = firstTry();
        double crowd = first.passed() ? 1 : crowding.tasksPerProcessor();
        var result = first.passed() || (lacksName(first) && namesAreSlow) ? first : again(lackedTime(first), crowd);
        namesAreSlow = lacksName(result) || lookUp(result).compareTo(QUICK_NAME) > 0;
        if (result.failure().stream().anyMatch(f -> OUR_OWN.contains(f.failure().kind()))) {
            throw new TimeoutException(
                    "no time was left for " + target.endpoint() + " within " + DEADLINE.toMillis() + " ms");
        }
        if (result.passed()) {
            if (doubted) {
                largeAnswer.fits();
            }
            lastGood = result;
            destination = Destination.of(result);
            failingSince = null;
            boolean recovered = !first.passed() && crowd < Crowding.CROWDED;
            return new Climb(
                    result, null, result.at(), null, recovered, largeAnswer.took(), others.next(result), destination);
        }
        failingSince = failingSince == null ? first.at() : failingSince;
        return new Climb(
                result,
                tryFormer(result.addresses()),
                answeredAt(result.address()),
                failingSince,
                false,
                null,
                others.next(result),
                destination);
    }

    private LadderResult firstTry() {
        if (largeAnswer.isCutOff()) {
            return climb(thorough.patient(STEPS_IN_PATIENCE), PATIENCE);
        }
        var asking = ladder.with(largeAnswer.guest());
        return namesAreSlow
                ? climb(asking.with(Step.RESOLVE, NAME_PATIENCE), NAME_PATIENCE.plus(DEADLINE))
                : climb(asking, DEADLINE);
    }

    private static boolean lacksName(LadderResult result) {
        return result.failure().stream().anyMatch(f -> f.failure().kind() == FailureKind.RESOLVER_SILENT);
    }

    private static Duration lookUp(LadderResult result) {
        return result.steps().stream()
                .filter(step -> step instanceof Passed && step.step() == Step.RESOLVE)
                .map(step -> ((Passed) step).took())
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private @Nullable Instant answeredAt(@Nullable InetAddress address) {
        var before = lastGood;
        return before != null && address != null && address.equals(before.address()) ? before.at() : null;
    }

    private @Nullable FormerAddress tryFormer(List<InetAddress> present) {
        var before = lastGood == null ? null : lastGood.address();
        if (before == null || present.contains(before)) {
            return null;
        }
        var there = ladder.climbTo(before, target, Deadline.after(DEADLINE));
        var role = there.role();
        return new FormerAddress(
                before.getHostAddress(), there.passed(), role == null ? "it does not answer" : role.words());
    }

    private static boolean lackedTime(LadderResult result) {
        return result.failure().stream().anyMatch(failed -> failed.failure().kind() == FailureKind.DEADLINE_TOO_SHORT);
    }

    private LadderResult again(boolean lackedTime, double crowd) {
        long start = System.nanoTime();
        var result = lackedTime ? climb(thorough.patient(STEPS_IN_PATIENCE), PATIENCE) : climb(thorough, DEADLINE);
        boolean outOfTime = System.nanoTime() - start > OUT_OF_TIME.toNanos();
        return result.passed() || crowd < Crowding.CROWDED || !outOfTime
                ? result
                : climb(thorough.patient(crowd), Duration.ofMillis((long) (DEADLINE.toMillis() * crowd)));
    }

    private LadderResult climb(Ladder by, Duration deadline) {
        return by.climb(target, Deadline.after(deadline));
    }
}
