package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The name of a node stands for another address than before, and there it is not: a wrong entry in DNS, in service
/// discovery or in the cluster's own network settings.
final class WrongPublishedAddress implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("wrong-published-address", "Node published at a wrong address", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var failing = scene.routes().stream()
                .filter(route -> route.failure().isPresent())
                .toList();
        for (var route : failing) {
            var changed = scene.changes(Change.Kind.ADDRESS, route.host())
                    .findFirst()
                    .filter(change -> !answeredSince(change, route));
            if (changed.isPresent() && addressMatters(route)) {
                return supported(route, changed.get(), scene);
            }
        }
        if (scene.routes().isEmpty()) {
            return new Unknown("no target is watched");
        }
        return new Refuted(
                failing.isEmpty()
                        ? "all %d watched names lead to a server that answers"
                                .formatted(scene.routes().size())
                        : "no name that fails has changed its address while it was watched");
    }

    /// Where the whole ladder was climbed after the change, the address is right.
    private static boolean answeredSince(Change changed, RouteView route) {
        var answered = route.answeredHere();
        return answered != null && answered.isAfter(changed.at());
    }

    /// A name that stands for nothing has no wrong address. After the log-in, or with a refusal in PostgreSQL's own
    /// words, it is the right kind of server at least.
    private static boolean addressMatters(RouteView route) {
        return route.failure()
                .map(Failed::step)
                .map(step -> step.compareTo(Step.CONNECT) >= 0 && step.compareTo(Step.AUTHENTICATE) <= 0)
                .orElse(false);
    }

    private static Supported supported(RouteView route, Change changed, Scene scene) {
        var signs = SignsOfLife.of(route, scene);
        var evidence = new ArrayList<String>();
        evidence.add(changed.dated());
        evidence.add(failure(route));
        evidence.addAll(signs);
        return new Supported(
                CAUSE,
                route.target(),
                signs.isEmpty() ? Strength.LIKELY : Strength.CERTAIN,
                "%s is published at %s, where it does not answer"
                        .formatted(
                                route.host(),
                                Optional.ofNullable(changed.after()).orElse("no address")),
                List.copyOf(evidence),
                "Publish %s at its working address%s again, in DNS or in the cluster's network settings."
                        .formatted(route.host(), changed.before() == null ? "" : " " + changed.before()),
                changed);
    }

    private static String failure(RouteView route) {
        return route.failure()
                .map(failed -> "step " + failed.step().name().toLowerCase(Locale.ROOT) + " to " + route.host()
                        + " fails: " + failed.failure().words())
                .orElse("");
    }
}
