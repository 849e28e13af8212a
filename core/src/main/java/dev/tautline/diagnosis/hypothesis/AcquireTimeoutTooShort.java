package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.Objects;
import java.util.Optional;

/// Borrowers give up sooner than a connection comes back in ordinary work: the pool's time-out is below the time
/// for which connections are held.
final class AcquireTimeoutTooShort implements Hypothesis {
    private static final String SETTING = "connectionTimeout";

    private static final Cause CAUSE = new Cause(
            "acquire-timeout-too-short", "Pool gives up before a connection can come back", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var pools = PoolOf.all(scene).stream()
                .filter(of -> millis(of).isPresent() && of.pool().hold() != null)
                .toList();
        if (pools.isEmpty()) {
            return new Unknown("no agent tells both connectionTimeout and how long connections are held");
        }
        var evidence = pools.stream().map(AcquireTimeoutTooShort::describe).toList();
        var hasty = pools.stream()
                .filter(of -> of.pool().acquireTimeouts() > 0 && tooShort(of))
                .findFirst();
        if (hasty.isEmpty()) {
            return pools.stream().noneMatch(AcquireTimeoutTooShort::tooShort)
                    ? new Refuted(evidence)
                    : new Unknown(String.join("; ", evidence));
        }
        var of = hasty.get();
        var change = scene.changes(Change.Kind.CLIENT_SETTING, of.instance().name())
                .filter(one -> one.what().equals(of.pool().name() + "." + SETTING))
                .findFirst();
        return new Supported(
                CAUSE,
                of.instance().name(),
                change.isPresent() ? Strength.CERTAIN : Strength.LIKELY,
                "pool %s of %s gives up after less time than its connections are held"
                        .formatted(of.pool().name(), of.instance().name()),
                evidence,
                "Set %s of pool %s above the time for which connections are held, and below the time-out of a request."
                        .formatted(SETTING, of.pool().name()),
                change.orElse(null));
    }

    /// Against the usual hold time: one that has just become longer is another cause.
    private static boolean tooShort(PoolOf of) {
        var hold = Objects.requireNonNull(of.pool().hold());
        double ordinary = hold.usual() == null ? hold.now() : Math.min(hold.now(), hold.usual());
        return millis(of).orElseThrow() < ordinary;
    }

    private static Optional<Double> millis(PoolOf of) {
        return of.pool()
                .setting(SETTING)
                .filter(setting -> setting.value().matches("\\d+"))
                .map(setting -> Double.parseDouble(setting.value()));
    }

    private static String describe(PoolOf of) {
        return "%s's pool %s: %s %.0f ms, %s, %d gave up"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        SETTING,
                        millis(of).orElseThrow(),
                        of.pool().hold(),
                        of.pool().acquireTimeouts());
    }
}
