package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
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
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The server says that it lacks something that it works with: to new connections, or to calls on open ones. A ladder
/// that reaches its top does not contradict: it stores nothing, and asks for next to nothing.
abstract class RanOut implements Hypothesis {
    /// One call may have asked for too much by itself.
    private static final int SEVERAL = 3;

    /// A server that ends of it does so within seconds, and stays down until somebody comes.
    private static final double WITHIN_SECONDS = 30;

    private final Cause cause;
    private final Set<FailureKind> kinds;
    private final Set<String> states;

    /// @param kinds how new connections fail of it; may be empty
    /// @param states SQLSTATEs of calls that fail of it
    RanOut(Cause cause, Set<FailureKind> kinds, Set<String> states) {
        this.cause = cause;
        this.kinds = Set.copyOf(kinds);
        this.states = Set.copyOf(states);
    }

    @Override
    public final Cause cause() {
        return cause;
    }

    final Set<FailureKind> kinds() {
        return kinds;
    }

    @Override
    public final Judgement judge(Scene scene, Symptoms symptoms) {
        var refused = PathFailure.in(scene).stream()
                .filter(failure -> kinds.contains(failure.kind()))
                .toList();
        var failing = PoolOf.all(scene).stream().filter(of -> failed(of) > 0).toList();
        if (!refused.isEmpty() || !failing.isEmpty()) {
            return supported(refused, failing, scene);
        }
        return ended(scene).orElseGet(() -> unsaid(scene));
    }

    /// Said a moment ago by a server that is gone since.
    private Optional<Judgement> ended(Scene scene) {
        return mayEndTheServer()
                ? PoolOf.all(scene).stream()
                        .flatMap(of -> ended(of, scene).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Judgement> ended(PoolOf of, Scene scene) {
        var target = Behind.of(of, scene);
        var gone = scene.routes().stream()
                .filter(route -> route.target().equals(target) && route.fails(FreshStart.MEANWHILE))
                .findFirst();
        return gone.flatMap(route -> saidBefore(of, failingSeconds(route, scene))
                .map(said -> new Supported(
                        cause,
                        target,
                        Strength.CERTAIN,
                        statement(target) + "; it ended of it",
                        List.of(said, Routes.describe(route)),
                        fix(target, scene),
                        null)));
    }

    private static double failingSeconds(RouteView route, Scene scene) {
        var since = route.details().failingSince();
        return since == null ? 0 : Duration.between(since, scene.at()).toMillis() / 1000.0;
    }

    /// @param goneSeconds for how long the server has been gone
    private Optional<String> saidBefore(PoolOf of, double goneSeconds) {
        return of.pool().details().failedSecondsAgo().entrySet().stream()
                .filter(entry -> states.contains(entry.getKey()) && entry.getValue() - goneSeconds <= WITHIN_SECONDS)
                .min(Map.Entry.comparingByValue())
                .map(entry -> "%s's pool %s: a call failed with %s %.0f s ago"
                        .formatted(of.instance().name(), of.pool().name(), entry.getKey(), entry.getValue()));
    }

    private Judgement unsaid(Scene scene) {
        var working = PoolOf.all(scene).stream().filter(RanOut::works).toList();
        return working.isEmpty()
                ? new Unknown("no agent tells how calls on its connections end")
                : new Refuted(working.stream().map(this::describe).toList());
    }

    /// Who borrows nothing tells nothing.
    private static boolean works(PoolOf of) {
        var borrows = of.pool().borrowsPerSecond();
        return borrows != null && borrows.now() > 0;
    }

    private Supported supported(List<PathFailure> refused, List<PoolOf> failing, Scene scene) {
        var target =
                refused.isEmpty() ? Behind.of(failing.getFirst(), scene) : Suffering.subject(refused.getFirst(), scene);
        var change = change(target, scene).orElse(null);
        var evidence = new ArrayList<String>();
        refused.stream().map(PathFailure::describe).distinct().forEach(evidence::add);
        failing.stream().map(this::describe).forEach(evidence::add);
        evidence.addAll(more(target, scene));
        if (change != null) {
            evidence.add(change.dated());
        }
        return new Supported(
                cause,
                target,
                strength(refused, failing, change),
                statement(target),
                evidence,
                fix(target, scene),
                change);
    }

    private Strength strength(List<PathFailure> refused, List<PoolOf> failing, @Nullable Change change) {
        int calls = failing.stream().mapToInt(this::failed).sum();
        return !refused.isEmpty() || change != null || calls >= SEVERAL ? Strength.CERTAIN : Strength.LIKELY;
    }

    private int failed(PoolOf of) {
        return of.pool().details().failedWith(states);
    }

    private String describe(PoolOf of) {
        return "%s's pool %s: %d calls failed with %s"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        failed(of),
                        String.join(" or ", states.stream().sorted().toList()));
    }

    abstract String statement(String target);

    abstract String fix(String target, Scene scene);

    /// Whether a server that lacks it may end altogether.
    boolean mayEndTheServer() {
        return true;
    }

    /// What else speaks of it; nothing by default.
    List<String> more(String target, Scene scene) {
        return List.of();
    }

    /// The change that led to it, when one is known.
    Optional<Change> change(String target, Scene scene) {
        return Optional.empty();
    }
}
