package dev.tautline.scoring;

import dev.tautline.lab.Injection;
import java.util.List;
import java.util.Optional;

/// A system that works, the people who use it, and its watchers. Challenges are injected into it one after another.
public interface Arena extends AutoCloseable {
    List<Watcher> watchers();

    /// Why a challenge cannot be injected here; empty when it can.
    Optional<String> obstacle(Challenge challenge);

    /// Brings it into force before it returns; closing the answer heals it.
    Injection inject(Challenge challenge);

    /// How often people were hurt so far, by their own count, which no watcher sees.
    long harmed();

    /// Puts everything up anew, watchers included, after a challenge could not be injected or healed: nobody knows in
    /// what state it is now.
    void renew();

    @Override
    void close();
}
