package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteDetails;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.watch.CanaryClimb.Climb;
import dev.tautline.watch.WatchConfig.Target;
import dev.tautline.watch.server.ServerSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the canaries' climbs into views, and notes when a name stands for other addresses or a server plays
/// another role.
final class Routes {
    /// Two climbs and one to the former address, each within its deadline, or one that waits for a name; and one
    /// period.
    private static final Duration PATIENCE = Duration.ofMillis(8500);

    private final Baselines baselines;
    private final Changes changes;
    private final Instant since;
    private final Evenness evenness;

    Routes(Baselines baselines, Changes changes, Instant since) {
        this.baselines = baselines;
        this.changes = changes;
        this.since = since;
        this.evenness = new Evenness(baselines);
    }

    /// @param standing what the connection that the guard keeps to the same target brought
    RouteView view(Target target, Sampled<Climb> sampled, Sampled<ServerSample> standing, Instant now) {
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
                step(target.name() + "/connect", "TCP connect", result, Step.CONNECT),
                roundTrip(target.name(), result),
                climb.former(),
                climb.answeredHere(),
                details(target.name(), climb, standing));
    }

    private RouteDetails details(String target, Climb climb, Sampled<ServerSample> standing) {
        return new RouteDetails(
                climb.failingSince(),
                answeredAt(standing, climb.failingSince()),
                standing.problem() != null,
                step(target + "/resolve", "name look-up", climb.result(), Step.RESOLVE),
                evenness.of(target, climb),
                transfer(target, climb),
                climb.others(),
                climb.destination());
    }

    /// Null where that connection was only opened since: it tells nothing of those that were open before.
    private static @Nullable Instant answeredAt(Sampled<ServerSample> standing, @Nullable Instant failingSince) {
        var sample = standing.value();
        return sample == null || (failingSince != null && sample.openedAt().isAfter(failingSince))
                ? null
                : standing.at();
    }

    private @Nullable Reading transfer(String target, Climb climb) {
        var took = climb.transfer();
        return took == null
                ? null
                : baselines.read(
                        target + "/large-answer",
                        "answer of " + LargeAnswer.BYTES / 1024 + " kB",
                        millis(took),
                        Unit.MILLIS);
    }

    private void noteChanges(Target target, Climb climb) {
        var result = climb.result();
        if (!result.addresses().isEmpty()) {
            changes.compare(
                    Change.Kind.ADDRESS, target.probe().host(), Map.of("address", climb.addresses()), result.at());
        }
        role(result)
                .ifPresent(role ->
                        changes.compare(Change.Kind.TOPOLOGY, target.name(), Map.of("role", role), result.at()));
    }

    /// A role that is not the expected one is a failure, and its kind all that it leaves.
    private static Optional<String> role(LadderResult result) {
        var role = result.role();
        if (role != null) {
            return Optional.of(role.inRecovery() ? "standby" : "primary");
        }
        return result.failure().flatMap(failed -> switch (failed.failure().kind()) {
            case STANDBY_WHERE_PRIMARY_EXPECTED -> Optional.of("standby");
            case PRIMARY_WHERE_STANDBY_EXPECTED, READ_ONLY_BY_SETTING -> Optional.of("primary");
            default -> Optional.empty();
        });
    }

    private @Nullable Reading step(String signal, String what, LadderResult result, Step wanted) {
        return result.steps().stream()
                .filter(step -> step instanceof Passed && step.step() == wanted)
                .map(step -> (Passed) step)
                .map(step -> baselines.read(signal, what, millis(step.took()), Unit.MILLIS))
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
