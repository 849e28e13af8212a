package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
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
import dev.tautline.probe.evidence.Replay;
import dev.tautline.probe.evidence.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every node that answers is a standby: the primary is gone, or was demoted, and nobody took over.
final class NoPrimary implements Hypothesis {
    private static final Cause CAUSE = new Cause("no-primary", "No node takes writes", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var standbys = scene.routes().stream().filter(Roles::standby).toList();
        var told = scene.routes().stream()
                .filter(route -> Roles.of(route).isPresent() || Roles.standby(route))
                .toList();
        if (told.isEmpty()) {
            return new Unknown("no server has told its role");
        }
        if (standbys.size() < told.size()) {
            return new Refuted(told.stream()
                    .filter(route -> !Roles.standby(route))
                    .map(Roles::describe)
                    .toList());
        }
        var fed = standbys.stream().filter(NoPrimary::receives).toList();
        if (!fed.isEmpty()) {
            return new Refuted(fed.stream()
                    .map(route -> "a primary feeds " + route.target() + ": " + Roles.describe(route))
                    .toList());
        }
        var demoted = standbys.stream()
                .flatMap(route -> Roles.demotion(route, scene).stream())
                .filter(change -> !scene.calmAfter(change.at()))
                .findFirst();
        var gone = Routes.failing(scene).stream()
                .filter(route -> !Roles.standby(route))
                .toList();
        if (demoted.isEmpty()) {
            var doubt = doubt(standbys, gone, scene);
            if (doubt.isPresent()) {
                return new Unknown(doubt.get());
            }
        }
        var evidence = new ArrayList<>(standbys.stream().map(Roles::describe).toList());
        demoted.ifPresent(change -> evidence.add(change.dated()));
        gone.stream().map(Routes::describe).forEach(evidence::add);
        return new Supported(
                CAUSE,
                standbys.getFirst().target(),
                demoted.isPresent() ? Strength.CERTAIN : Strength.LIKELY,
                "all %d servers that answer are standbys".formatted(standbys.size()),
                evidence,
                "Promote the standby that has replayed most (pg_promote()), or bring the primary back; see what the"
                        + " failover tool waits for.",
                demoted.orElse(null));
    }

    /// What befalls a primary tells more than that it is missed, and shows within moments.
    private static Optional<String> doubt(List<RouteView> standbys, List<RouteView> gone, Scene scene) {
        return gone.isEmpty() && standbys.size() < 2
                ? Optional.of("only standbys are watched, and none of them was ever a primary")
                : gone.stream()
                        .flatMap(route -> Routes.onlyJustFailing(route, scene).stream())
                        .findFirst();
    }

    /// Its WAL receiver streams from somebody.
    private static boolean receives(RouteView route) {
        return Roles.of(route).map(Role::replay).map(Replay::receiving).orElse(false);
    }
}
