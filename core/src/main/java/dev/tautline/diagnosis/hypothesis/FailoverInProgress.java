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
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/// Another node has just taken over as primary, and clients have not all followed: what fails now should mend
/// itself within the time that pools and names need.
final class FailoverInProgress implements Hypothesis {
    /// The time-outs of pools and of address caches (30 s each by default: HikariCP's connectionTimeout, the JDK's
    /// networkaddress.cache.ttl), and as much again.
    private static final Duration FOLLOWING = Duration.ofMinutes(2);

    private static final Set<Symptom.Kind> SLOW =
            EnumSet.of(Symptom.Kind.REQUESTS_SLOW, Symptom.Kind.SERVER_SLOW, Symptom.Kind.SERVER_CONGESTED);

    private static final Cause CAUSE =
            new Cause("failover-in-progress", "Failover, clients have not followed yet", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        if (scene.routes().stream().noneMatch(route -> Roles.of(route).isPresent())) {
            return new Unknown("no server has told its role");
        }
        for (var route : scene.routes()) {
            var promoted = Roles.promotion(route, scene)
                    .filter(change -> Duration.between(change.at(), scene.at()).compareTo(FOLLOWING) <= 0);
            if (promoted.isPresent()) {
                return judge(route, promoted.get(), scene, symptoms);
            }
        }
        return new Refuted("no standby was promoted in the last %d s".formatted(FOLLOWING.toSeconds()));
    }

    private static Judgement judge(RouteView route, Change promoted, Scene scene, Symptoms symptoms) {
        if (onlySlow(symptoms)) {
            return new Unknown("%s, but nothing fails for it: what is seen is slow".formatted(promoted.dated()));
        }
        if (scene.calmAfter(promoted.at())) {
            return new Unknown("%s, and all was well afterwards".formatted(promoted.dated()));
        }
        var evidence = new ArrayList<String>();
        evidence.add(promoted.dated());
        Routes.failing(scene).stream().map(Routes::describe).forEach(evidence::add);
        return new Supported(
                CAUSE,
                route.target(),
                Strength.LIKELY,
                route.target() + " has taken over as primary, and not all clients have followed",
                evidence,
                "Wait for pools and names to follow; evict connections to the former primary where they do not.",
                promoted);
    }

    /// Who has not followed fails, or waits for connections that cannot be opened.
    private static boolean onlySlow(Symptoms symptoms) {
        return !symptoms.none() && symptoms.all().stream().allMatch(symptom -> SLOW.contains(symptom.kind()));
    }
}
