package dev.tautline.link.live;

import dev.tautline.link.Server;
import dev.tautline.settings.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One running server as it describes itself.
///
/// @param changedBy how a setting comes into force, by its name: the column `context` of `pg_settings`
/// @param awaitingRestart settings whose new value is in a file, and comes into force at the next restart only
/// @param withheld what the role may not see
/// @param problems lines of `pg_hba.conf` that the server cannot use
public record LiveServer(
        Server server,
        Map<String, String> changedBy,
        List<String> awaitingRestart,
        List<Withheld> withheld,
        List<Problem> problems) {
    public LiveServer {
        changedBy = Map.copyOf(changedBy);
        awaitingRestart = List.copyOf(awaitingRestart);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
    }

    /// What to type to give a setting another value; empty for what is no setting of the server, or is fixed when the
    /// server is built or its data directory made.
    public Optional<String> statementToSet(String setting, String value) {
        var set = "ALTER SYSTEM SET " + setting + " = '" + value.replace("'", "''") + "'";
        return Optional.ofNullable(changedBy.get(setting)).flatMap(context -> switch (context) {
            case "internal" -> Optional.empty();
            case "postmaster" -> Optional.of(set + "; then restart the server");
            default -> Optional.of(set + "; SELECT pg_reload_conf()");
        });
    }
}
