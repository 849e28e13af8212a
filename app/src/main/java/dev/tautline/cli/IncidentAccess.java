package dev.tautline.cli;

import dev.tautline.control.GuardClient;
import dev.tautline.history.HistoryReader;
import dev.tautline.incident.Incident;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The incidents of a guard: from itself while it runs, else from what it has written.
record IncidentAccess(Path folder) {
    /// The word for the newest incident in place of an id.
    static final String LAST = "last";

    /// The newest first.
    ///
    /// @throws dev.tautline.history.HistoryUnusable when no guard runs, and none has kept a history there
    List<Incident> all() {
        var guard = GuardClient.of(folder);
        if (guard.isPresent()) {
            try (var client = guard.get()) {
                return client.incidents();
            }
        }
        try (var history = HistoryReader.of(folder)) {
            return history.incidents();
        }
    }

    /// @param id or `last`
    /// @throws UsageException when there is no such incident
    Incident one(String id) {
        var all = all();
        var found = id.equals(LAST)
                ? all.stream().findFirst()
                : all.stream().filter(incident -> incident.id().equals(id)).findFirst();
        return found.or(() -> older(id)).orElseThrow(() -> unknown(id, all.size()));
    }

    /// The guard that runs has the newest in memory only.
    private Optional<Incident> older(String id) {
        try (var history = HistoryReader.of(folder)) {
            return history.incident(id);
        }
    }

    private static UsageException unknown(String id, int count) {
        return new UsageException(
                count == 0
                        ? "there is no incident yet"
                        : "there is no incident " + id + "; 'taut incident list' lists the " + count
                                + " that there are");
    }
}
