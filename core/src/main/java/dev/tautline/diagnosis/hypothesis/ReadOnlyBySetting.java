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
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/// The primary itself refuses writes, by `default_transaction_read_only`: a guard of the disk, an operator or a
/// migration has set it.
final class ReadOnlyBySetting implements Hypothesis {
    private static final Set<FailureKind> SAYS_SO = EnumSet.of(FailureKind.READ_ONLY_BY_SETTING);

    private static final Cause CAUSE = new Cause("read-only-by-setting", "Primary set to read-only", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var told = scene.routes().stream()
                .filter(route -> route.fails(SAYS_SO) || readOnlyPrimary(route))
                .findFirst();
        if (told.isPresent()) {
            return supported(told.get(), scene);
        }
        return scene.routes().stream().noneMatch(route -> Roles.of(route).isPresent())
                ? new Unknown("no server has told its role")
                : new Refuted(scene.routes().stream()
                        .filter(route -> Roles.of(route).isPresent())
                        .map(Roles::describe)
                        .toList());
    }

    private static boolean readOnlyPrimary(RouteView route) {
        return Roles.of(route)
                .map(role -> !role.inRecovery() && role.readOnly())
                .orElse(false);
    }

    private static Supported supported(RouteView route, Scene scene) {
        var evidence = new ArrayList<String>();
        evidence.add(Roles.describe(route));
        var change = scene.changes(Change.Kind.SERVER_SETTING, route.target())
                .filter(one -> one.what().equals("default_transaction_read_only"))
                .findFirst();
        change.ifPresent(one -> evidence.add(one.dated()));
        PoolOf.all(scene).stream()
                .filter(of -> RefusedWrites.by(of.pool()) > 0)
                .map(RefusedWrites::describe)
                .forEach(evidence::add);
        return new Supported(
                CAUSE,
                route.target(),
                Strength.CERTAIN,
                route.target() + " is a primary and refuses writes",
                evidence,
                "Find out why default_transaction_read_only was set on " + route.target()
                        + " (a full disk?), then ALTER SYSTEM RESET default_transaction_read_only and reload.",
                change.orElse(null));
    }
}
