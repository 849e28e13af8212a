package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import java.util.ArrayList;
import java.util.Optional;

/// Sessions of the application are read-only by themselves: its writes are refused, or a driver that looks for a
/// primary
/// (`targetServerType`) takes every server for a standby, because it asks each for `transaction_read_only` (pgjdbc,
/// ConnectionFactoryImpl).
final class SessionsReadOnly implements Hypothesis {
    private static final Refusal REFUSAL = Refusal.SESSIONS_READ_ONLY;

    private final Hypothesis refused = new RefusedCalls(REFUSAL);

    @Override
    public Cause cause() {
        return REFUSAL.cause();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var primary = Roles.writable(scene).stream().findFirst();
        var missed = PathFailure.in(scene).stream()
                .filter(failure -> !failure.byCanary() && Roles.IS_STANDBY.contains(failure.kind()))
                .findFirst();
        if (primary.isEmpty() || missed.isEmpty()) {
            return refused.judge(scene, symptoms);
        }
        var change = change(scene);
        var some = change.isPresent() ? Optional.<String>empty() : somePass(missed.get(), scene);
        return some.<Judgement>map(Unknown::new).orElseGet(() -> supported(missed.get(), primary.get(), change));
    }

    /// Where a balancer alternates between servers, a part of the connections finds the primary.
    private static Optional<String> somePass(PathFailure missed, Scene scene) {
        return PoolOf.all(scene).stream()
                .filter(of -> of.instance().name().equals(missed.seenBy())
                        && of.pool().total() > 0)
                .findFirst()
                .map(of -> missed.describe() + ", but not always: " + of.describe());
    }

    private static Supported supported(PathFailure missed, RouteView primary, Optional<Change> change) {
        var evidence = new ArrayList<String>();
        evidence.add(missed.describe());
        evidence.add(Roles.describe(primary));
        change.ifPresent(it -> evidence.add(it.dated()));
        return new Supported(
                REFUSAL.cause(),
                primary.target(),
                change.isPresent() ? Strength.CERTAIN : Strength.LIKELY,
                "the driver of %s finds no server that takes writes, and %s does: its own sessions are read-only"
                        .formatted(missed.seenBy(), primary.target()),
                evidence,
                REFUSAL.fix() + " If none does, see where the names of its URL lead from there.",
                change.orElse(null));
    }

    private static Optional<Change> change(Scene scene) {
        return scene.changes().reversed().stream()
                .filter(REFUSAL::follows)
                .filter(change -> !scene.calmAfter(change.at()))
                .findFirst();
    }
}
