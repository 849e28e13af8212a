package dev.tautline.gameday;

import dev.tautline.lab.catalogue.FaultKind;
import java.time.Instant;
import java.util.Optional;

/// One fault from its onset to its healing.
///
/// @param written the fault as people write it
/// @param struckAt before its first effect; from then on player and guard are timed
/// @param inForce by which it is healed; empty while it is being injected
record Round(
        int number,
        Begin begin,
        String written,
        FaultKind kind,
        Instant struckAt,
        Phase phase,
        Optional<String> inForce,
        Optional<Guess> guess,
        GuardSaid guard,
        Optional<Instant> healedAt) {
    static Round begun(int number, Begin begin, String written, FaultKind kind, Instant at) {
        return new Round(
                number,
                begin,
                written,
                kind,
                at,
                Phase.INJECTING,
                Optional.empty(),
                Optional.empty(),
                GuardSaid.NOTHING,
                Optional.empty());
    }

    /// Whether everybody may know which fault it is.
    boolean revealed() {
        return begin == Begin.CHOSEN || guess.isPresent() || phase == Phase.OVER;
    }

    /// Whether this is what had to be said: one of the diagnoses on the fault's page, or that nothing is wrong where it
    /// asks for none.
    boolean isRight(String cause) {
        var right = kind.page().mustSpeak();
        return right.isEmpty() ? cause.equals(Guess.NOTHING_WRONG) : right.contains(cause);
    }

    /// Whether the guard has said what had to be said; empty while it has named nothing and may still.
    Optional<Boolean> guardIsRight() {
        if (kind.page().mustSpeak().isEmpty()) {
            return guard.detectedAt().isPresent()
                    ? Optional.of(false)
                    : phase == Phase.OVER ? Optional.of(true) : Optional.empty();
        }
        return guard.cause().map(this::isRight).or(() -> phase == Phase.OVER ? Optional.of(false) : Optional.empty());
    }

    Round inForce(String id) {
        return with(Phase.IN_FORCE, Optional.of(id), guess, guard, healedAt);
    }

    Round healing() {
        return with(Phase.HEALING, inForce, guess, guard, healedAt);
    }

    Round over(Instant at) {
        return with(Phase.OVER, inForce, guess, guard, Optional.of(at));
    }

    Round guessed(Guess made) {
        return with(phase, inForce, Optional.of(made), guard, healedAt);
    }

    Round heard(GuardSaid said) {
        return with(phase, inForce, guess, said, healedAt);
    }

    private Round with(
            Phase newPhase, Optional<String> id, Optional<Guess> made, GuardSaid said, Optional<Instant> healed) {
        return new Round(number, begin, written, kind, struckAt, newPhase, id, made, said, healed);
    }
}
