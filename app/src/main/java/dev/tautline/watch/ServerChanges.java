package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import dev.tautline.watch.server.ServerSample;
import dev.tautline.watch.server.SessionRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Notes what differs from one look into a server to the next. A part that could not be read is not compared: it did
/// not go away.
final class ServerChanges {
    private final Changes changes;
    private final Map<String, Long> helperStarts = new HashMap<>();
    private final Map<String, Map<String, String>> resets = new HashMap<>();

    ServerChanges(Changes changes) {
        this.changes = changes;
    }

    void note(String target, ServerSample sample, Instant at) {
        changes.compare(Change.Kind.SERVER_START, target, starts(target, sample), at);
        compare(Change.Kind.SERVER_SETTING, target, sample.settings(), at);
        compare(Change.Kind.LIMIT, target, sample.limits(), at);
        compare(Change.Kind.HOST_RULE, target, sample.hostRules(), at);
        compare(Change.Kind.SCHEMA, target, sample.schema(), at);
        changes.compare(Change.Kind.STATISTICS, target, resets(target, sample), at);
        var replication = sample.replication();
        if (replication != null) {
            var cluster = new TreeMap<String, String>();
            replication.standbys().forEach(standby -> cluster.put("standby " + standby.name(), standby.state()));
            replication
                    .slots()
                    .forEach(slot -> cluster.put("slot " + slot.name(), slot.active() ? "active" : "inactive"));
            changes.compare(Change.Kind.TOPOLOGY, target + "'s cluster", cluster, at);
        }
    }

    private void compare(Change.Kind kind, String target, @Nullable Map<String, String> present, Instant at) {
        if (present != null) {
            changes.compare(kind, target, present, at);
        }
    }

    /// When counters last began anew; what is not told now stands as it was told last.
    private Map<String, String> resets(String target, ServerSample sample) {
        var known = resets.computeIfAbsent(target, key -> new TreeMap<>());
        var database = sample.database();
        if (database != null) {
            known.put(
                    "reset of the database's statistics", database.resetAt().isEmpty() ? "never" : database.resetAt());
        }
        var statements = sample.statements();
        if (statements != null && !statements.value().resetAt().isEmpty()) {
            known.put("reset of the statements' statistics", statements.value().resetAt());
        }
        return known;
    }

    /// The checkpointer lives as long as the postmaster, unless a process crashed: then all are started anew. During
    /// recovery there may be none to be seen for a moment; its last start stands.
    private Map<String, String> starts(String target, ServerSample sample) {
        sample.sessions().stream()
                .filter(session -> session.type().equals("checkpointer"))
                .mapToDouble(SessionRow::started)
                .filter(started -> started > 0)
                .findFirst()
                .ifPresent(started -> helperStarts.put(target, Math.round(started)));
        var starts = new TreeMap<String, String>();
        starts.put("start", sample.startedAt().toString());
        var helpers = helperStarts.get(target);
        if (helpers != null) {
            starts.put("processes", Instant.ofEpochSecond(helpers).toString());
        }
        return starts;
    }
}
