package dev.tautline.diagnosis.hypothesis;

import static dev.tautline.finding.Owner.APPLICATION;
import static dev.tautline.finding.Owner.DATABASE;
import static dev.tautline.finding.Owner.NETWORK;
import static dev.tautline.finding.Owner.SECURITY;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// New connections fail at one layer, in a way that no other hypothesis claims: the failure itself says why. Its
/// page is that of the failure's kind.
///
/// @param claimed the kinds that have a hypothesis of their own
record PathBroken(Cause cause, Step step, Set<FailureKind> claimed) implements Hypothesis {
    /// A server that has no time says nothing, either.
    private static final Set<FailureKind> SILENCES =
            Set.copyOf(EnumSet.of(FailureKind.LOG_IN_UNANSWERED, FailureKind.STEP_TIMED_OUT));

    /// One for each layer of the ladder.
    static List<Hypothesis> atEachLayer(Set<FailureKind> claimed) {
        return List.of(
                at("name-not-resolved", "Name cannot be resolved", NETWORK, Step.RESOLVE, claimed),
                at("connect-failed", "Connection cannot be opened", NETWORK, Step.CONNECT, claimed),
                at("tls-refused", "TLS or certificate refused", SECURITY, Step.TLS, claimed),
                at("log-in-refused", "Log-in refused", APPLICATION, Step.AUTHENTICATE, claimed),
                at("session-refused", "Session refused by the server", DATABASE, Step.SESSION, claimed),
                at("query-unanswered", "Connected, but queries fail", DATABASE, Step.QUERY, claimed),
                at("wrong-role", "Server plays the wrong role", DATABASE, Step.ROLE, claimed),
                at(
                        "capacity-untold",
                        "Connected, but the server does not tell its capacity",
                        DATABASE,
                        Step.CAPACITY,
                        claimed));
    }

    private static PathBroken at(String id, String title, Owner owner, Step step, Set<FailureKind> claimed) {
        return new PathBroken(new Cause(id, title, owner), step, claimed);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var here = PathFailure.in(scene).stream()
                .filter(failure -> failure.step() == step && !claimed.contains(failure.kind()))
                .toList();
        if (here.isEmpty()) {
            return Climbed.judge(scene, step);
        }
        var throughPoolers = here.stream()
                .flatMap(failure -> throughPooler(failure, scene).stream())
                .toList();
        if (throughPoolers.size() == here.size()) {
            return throughPoolers.getFirst();
        }
        var busy = here.stream().allMatch(failure -> SILENCES.contains(failure.kind()))
                ? Logins.excuse(scene)
                : Optional.<String>empty();
        return busy.<Judgement>map(Unknown::new).orElseGet(() -> supported(here, scene));
    }

    /// A pooler that lets its clients wait tells nothing of this layer: the server behind it is silent, or itself is at
    /// fault, which causes of their own judge.
    private static Optional<Judgement> throughPooler(PathFailure failure, Scene scene) {
        return scene.routes().stream()
                .filter(route -> SILENCES.contains(failure.kind())
                        && failure.byCanary()
                        && route.target().equals(failure.seenBy()))
                .flatMap(route -> Optional.ofNullable(BehindPooler.instead(route, scene)).stream())
                .findFirst();
    }

    private Judgement supported(List<PathFailure> here, Scene scene) {
        var first = here.getFirst();
        var evidence = new ArrayList<>(
                here.stream().map(PathFailure::describe).distinct().toList());
        evidence.add("the ladder's name for it: " + first.kind().id());
        evidence.addAll(first.provenFine());
        return new Supported(
                new Cause(cause.id(), cause.title(), first.owner()),
                Suffering.subject(first, scene),
                Strength.LIKELY,
                first.describe(),
                evidence,
                first.fix(),
                null);
    }
}
