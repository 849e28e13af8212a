package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.watch.CanaryClimb.Climb;
import dev.tautline.watch.WatchConfig.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the canaries' climbs into views, and notes when a name stands for other addresses or a server plays another
/// role.
final class Routes {
    /// Two climbs and one to the former address, each within its deadline, and one period.
    private static final Duration PATIENCE = Duration.ofMillis(4500);

    private final Baselines baselines;
    private final Changes changes;
    private final Instant since;

    Routes(Baselines baselines, Changes changes, Instant since) {
        this.baselines = baselines;
        this.changes = changes;
        this.since = since;
    }

    RouteView view(Target target, Sampled<Climb> sampled, Instant now) {
        var host = target.probe().host();
        double silent = sampled.silentSeconds(now, since, PATIENCE);
        var climb = sampled.value();
        if (climb == null) {
            return new RouteView(target.name(), host, silent, null, null, null, null, null);
        }
        var result = climb.result();
        noteChanges(target, climb);
        return new RouteView(
                target.name(),
                host,
                silent,
                result,
                connect(target.name(), result),
                roundTrip(target.name(), result),
                climb.former(),
                climb.answeredHere());
    }

    private void noteChanges(Target target, Climb climb) {
        var result = climb.result();
        if (!result.addresses().isEmpty()) {
            changes.compare(
                    Change.Kind.ADDRESS, target.probe().host(), Map.of("address", climb.addresses()), result.at());
        }
        var role = result.role();
        if (role != null) {
            changes.compare(
                    Change.Kind.TOPOLOGY,
                    target.name(),
                    Map.of("role", role.inRecovery() ? "standby" : "primary"),
                    result.at());
        }
    }

    private @Nullable Reading connect(String target, LadderResult result) {
        return result.steps().stream()
                .filter(step -> step instanceof Passed && step.step() == Step.CONNECT)
                .map(step -> (Passed) step)
                .map(step -> baselines.read(target + "/connect", "TCP connect", millis(step.took()), Unit.MILLIS))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Reading roundTrip(String target, LadderResult result) {
        var answer = result.server();
        return answer == null
                ? null
                : baselines.read(
                        target + "/round-trip", "minimum round trip", millis(answer.roundTripMinimum()), Unit.MILLIS);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
