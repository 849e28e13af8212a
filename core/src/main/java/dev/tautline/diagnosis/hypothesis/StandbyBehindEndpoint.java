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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes go to a standby: the endpoint leads to the wrong node, or its node was demoted and the name stayed.
final class StandbyBehindEndpoint implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("standby-behind-endpoint", "Endpoint leads to a standby", Owner.DATABASE);

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        if (Climbed.fresh(scene).isEmpty()) {
            return new Unknown("no ladder has ended yet");
        }
        var following = following(scene);
        if (following.isPresent()) {
            return new Unknown(following.get().dated() + ": who was led there may still follow");
        }
        var expected = scene.routes().stream()
                .filter(route -> route.fails(Roles.IS_STANDBY))
                .findFirst();
        if (expected.isPresent()) {
            return supported(expected.get(), scene, null);
        }
        for (var of : PoolOf.all(scene)) {
            if (RefusedWrites.by(of.pool()) > 0) {
                var standby = scene.routes().stream()
                        .filter(route -> of.pool().hosts().contains(route.host()) && Roles.standby(route))
                        .findFirst();
                if (standby.isPresent()) {
                    return supported(standby.get(), scene, of);
                }
            }
        }
        return new Refuted("no write was sent to a standby, and every endpoint has the role that is expected of it");
    }

    /// Another node has taken over only just; names and pools need a moment.
    private static Optional<Change> following(Scene scene) {
        return scene.routes().stream()
                .flatMap(route -> Roles.promotion(route, scene).stream())
                .filter(change -> Duration.between(change.at(), scene.at()).compareTo(A_MOMENT) < 0)
                .findFirst();
    }

    private static Supported supported(RouteView route, Scene scene, @Nullable PoolOf refused) {
        var evidence = new ArrayList<String>();
        evidence.add(Roles.describe(route));
        if (refused != null) {
            evidence.add(RefusedWrites.describe(refused));
        }
        var demoted = Roles.demotion(route, scene);
        demoted.ifPresent(change -> evidence.add(change.dated()));
        Roles.writable(scene).forEach(primary -> evidence.add(Roles.describe(primary)));
        return new Supported(
                CAUSE,
                route.target(),
                Strength.CERTAIN,
                "writes to " + route.host() + " reach a standby" + (demoted.isPresent() ? " that was the primary" : ""),
                evidence,
                Roles.writable(scene).stream()
                        .findFirst()
                        .map(primary -> "Point " + route.host() + " at " + primary.target()
                                + ", or list all nodes with targetServerType=primary; then evict the pools'"
                                + " connections.")
                        .orElse("Point " + route.host() + " at the present primary."),
                demoted.orElse(null));
    }
}
