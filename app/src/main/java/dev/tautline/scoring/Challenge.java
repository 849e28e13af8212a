package dev.tautline.scoring;

import java.time.Duration;
import java.util.Set;

/// What watchers are tried on.
///
/// @param fault its id
/// @param causes any of these names it; empty when it is none of the database
/// @param foreseeable a watcher is expected to warn of it before anybody is hurt
/// @param hold how long it stays in force at least, unless every watcher has named a cause before
public record Challenge(String fault, Set<String> causes, boolean foreseeable, Duration hold) {
    public Challenge {
        causes = Set.copyOf(causes);
    }
}
