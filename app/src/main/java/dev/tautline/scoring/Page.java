package dev.tautline.scoring;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One message of a watcher to people.
///
/// @param watcher who sent it
/// @param key the same for all messages about one incident
/// @param at when it was published, by the clock of the machine on which all watchers run
/// @param firing false when it says that all is well again
/// @param title what people read first
/// @param cause the id of the cause that it names; empty when it tells a symptom only
/// @param ruledOut ids of causes that it excludes
public record Page(
        String watcher,
        String key,
        Instant at,
        boolean firing,
        String title,
        Optional<String> cause,
        Set<String> ruledOut) {
    public Page {
        ruledOut = Set.copyOf(ruledOut);
    }

    /// A message that names no cause.
    public static Page symptom(String watcher, String key, Instant at, String title) {
        return new Page(watcher, key, at, true, title, Optional.empty(), Set.of());
    }
}
