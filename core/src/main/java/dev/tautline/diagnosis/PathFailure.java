package dev.tautline.diagnosis;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Failure;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A new connection that could not be opened, whoever tried: the guard's canary or an application.
///
/// @param seenBy the target of the canary, or the name of the instance
/// @param fix how to mend it, as far as the kind alone tells
/// @param last when it was last met; null when that was in the latest climb
/// @param provenFine what the steps before showed to be in order
public record PathFailure(
        String seenBy,
        boolean byCanary,
        String host,
        Step step,
        FailureKind kind,
        Owner owner,
        String words,
        String fix,
        @Nullable Instant last,
        List<String> provenFine) {

    /// All of them in a scene: the canaries' first, because they name the step themselves.
    public static List<PathFailure> in(Scene scene) {
        var failures = new ArrayList<PathFailure>();
        scene.routes()
                .forEach(route ->
                        route.failure().ifPresent(failed -> failures.add(of(route, failed.step(), failed.failure()))));
        for (var instance : scene.instances()) {
            if (instance.silentSeconds() == 0) {
                instance.pools().stream()
                        .flatMap(pool -> pool.connectFailures().stream())
                        .forEach(failure -> failures.add(of(instance.name(), failure)));
            }
        }
        return List.copyOf(failures);
    }

    /// For people: who tried what, where it ended, and the words that came back.
    public String describe() {
        return "%s %s fails at step %s: %s"
                .formatted(
                        byCanary ? "a new connection to" : seenBy + "'s connection to",
                        host,
                        step.name().toLowerCase(Locale.ROOT),
                        words);
    }

    private static PathFailure of(RouteView route, Step step, Failure failure) {
        return new PathFailure(
                route.target(),
                true,
                route.host(),
                step,
                failure.kind(),
                failure.owner(),
                failure.words(),
                failure.fix(),
                null,
                failure.provenFine());
    }

    private static PathFailure of(String instance, ConnectFailure failure) {
        var told = DriverWords.of(failure);
        return new PathFailure(
                instance,
                false,
                failure.host(),
                told.step(),
                told.kind(),
                told.kind().owner(),
                failure.message(),
                "Run `taut probe` from " + instance + " on its own URL.",
                failure.last(),
                List.of());
    }
}
