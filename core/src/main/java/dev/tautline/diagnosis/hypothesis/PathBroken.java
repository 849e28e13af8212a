package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.finding.Owner.APPLICATION;
import static dev.tautline.finding.Owner.DATABASE;
import static dev.tautline.finding.Owner.NETWORK;
import static dev.tautline.finding.Owner.SECURITY;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// New connections fail at one layer, and the failure itself says why: the exact cause is the failure's kind. What
/// needs
/// more evidence than the failure itself (a changed address, a dead node) has a class of its own and stands before
/// these in the catalogue.
record PathBroken(Cause cause, Set<Step> steps) implements Hypothesis {
    /// One for each layer of the ladder.
    static List<Hypothesis> atEachLayer() {
        return List.of(
                at("name-not-resolved", "Name cannot be resolved", NETWORK, Step.RESOLVE),
                at("route-blocked", "Route to the server blocked", NETWORK, Step.CONNECT),
                at("tls-refused", "TLS or certificate refused", SECURITY, Step.TLS),
                at("log-in-refused", "Log-in refused", APPLICATION, Step.AUTHENTICATE),
                at("session-refused", "Session refused by the server", DATABASE, Step.SESSION),
                at("wrong-role", "Server plays the wrong role", DATABASE, Step.ROLE),
                at("query-unanswered", "Connected, but queries fail", DATABASE, Step.QUERY, Step.CAPACITY));
    }

    private static PathBroken at(String id, String title, Owner owner, Step... steps) {
        return new PathBroken(new Cause(id, title, owner), Set.of(steps));
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var failures = PathFailure.in(scene);
        var here = failures.stream()
                .filter(failure -> steps.contains(failure.step()))
                .toList();
        if (!here.isEmpty()) {
            return supported(here);
        }
        var climbed = scene.routes().stream()
                .filter(route -> route.silentSeconds() == 0 && route.latest() != null)
                .toList();
        if (climbed.isEmpty()) {
            return new Unknown("no ladder has ended yet");
        }
        long passing = climbed.stream().filter(this::passes).count();
        return passing == 0
                ? new Unknown("every new connection fails before this step")
                : new Refuted(
                        "%d of %d new connections pass this step; none fails at it".formatted(passing, climbed.size()));
    }

    private boolean passes(RouteView route) {
        return route.failure()
                .map(failed -> steps.stream().allMatch(step -> failed.step().compareTo(step) > 0))
                .orElse(true);
    }

    private Judgement supported(List<PathFailure> here) {
        var first = here.getFirst();
        return new Supported(
                exactly(first.kind()),
                first.byCanary() ? first.seenBy() : first.host(),
                Strength.LIKELY,
                first.describe(),
                here.stream().map(PathFailure::describe).distinct().toList(),
                first.fix(),
                null);
    }

    private static Cause exactly(FailureKind kind) {
        var words = kind.id().replace('-', ' ');
        return new Cause(kind.id(), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), kind.owner());
    }
}
