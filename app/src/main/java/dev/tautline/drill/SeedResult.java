package dev.tautline.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one seed came to.
///
/// @param attempts of this seed alone
/// @param deeds of the staff during this seed
/// @param ends of the orders of this seed: how many are confirmed, cancelled, rejected
/// @param unknownDone of the attempts whose outcome no buyer knows, how many have become an order
/// @param mishaps in words, each with how often it happened
public record SeedResult(
        long seed,
        Duration took,
        List<Attempt> attempts,
        List<Deed> deeds,
        Map<String, Long> ends,
        long unknownDone,
        Map<String, Long> mishaps,
        List<Violation> violations) {
    public SeedResult {
        attempts = List.copyOf(attempts);
        deeds = List.copyOf(deeds);
        violations = List.copyOf(violations);
    }

    long count(Attempt.Outcome outcome) {
        return attempts.stream().filter(attempt -> attempt.outcome() == outcome).count();
    }

    long count(Deed.Outcome outcome) {
        return deeds.stream().filter(deed -> deed.outcome() == outcome).count();
    }

    long ended(String state) {
        return ends.getOrDefault(state, 0L);
    }
}
