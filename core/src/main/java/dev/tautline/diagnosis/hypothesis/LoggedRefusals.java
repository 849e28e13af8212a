package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerRefusals;
import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who else is refused, by the servers' own logs.
final class LoggedRefusals {
    private static final int MOST = 5;

    /// What the server writes into its log when a client fails like this.
    private static final Map<FailureKind, Kind> LOGGED = Map.ofEntries(
            Map.entry(FailureKind.PASSWORD_REFUSED, Kind.PASSWORD),
            Map.entry(FailureKind.PASSWORD_MISSING, Kind.PASSWORD),
            Map.entry(FailureKind.PASSWORD_EXPIRED, Kind.PASSWORD),
            Map.entry(FailureKind.HBA_NO_ENTRY, Kind.HOST_RULES),
            Map.entry(FailureKind.HBA_NO_ENTRY_WITHOUT_TLS, Kind.HOST_RULES),
            Map.entry(FailureKind.HBA_REJECTS, Kind.HOST_RULES),
            Map.entry(FailureKind.ROLE_UNKNOWN, Kind.ROLE),
            Map.entry(FailureKind.ROLE_CANNOT_LOG_IN, Kind.ROLE),
            Map.entry(FailureKind.DATABASE_UNKNOWN, Kind.DATABASE),
            Map.entry(FailureKind.DATABASE_CLOSED, Kind.DATABASE),
            Map.entry(FailureKind.ROLE_CONNECTION_LIMIT, Kind.ROLE_LIMIT),
            Map.entry(FailureKind.DATABASE_CONNECTION_LIMIT, Kind.DATABASE_LIMIT),
            Map.entry(FailureKind.CONNECTION_SLOTS_USED_UP, Kind.SLOTS),
            Map.entry(FailureKind.ONLY_RESERVED_SLOTS_LEFT, Kind.SLOTS),
            Map.entry(FailureKind.TOO_MANY_CONNECTIONS, Kind.SLOTS),
            Map.entry(FailureKind.TLS_HANDSHAKE_FAILED, Kind.TLS));

    private LoggedRefusals() {}

    /// Lines about everybody who fails in the same way, the guard included.
    static List<String> like(FailureKind failure, Scene scene) {
        var kind = LOGGED.get(failure);
        return kind == null
                ? List.of()
                : scene.servers().stream()
                        .flatMap(server -> of(server, Set.of(kind)).stream())
                        .toList();
    }

    /// Lines about everybody whom this server refuses, or refused when it last answered.
    static List<String> who(ServerView server) {
        var refusals = server.refusals();
        return refusals == null ? List.of() : who(server, refusals, Set.of(Kind.values()));
    }

    private static List<String> of(ServerView server, Set<Kind> kinds) {
        var refusals = server.refusals();
        if (refusals == null || !server.answers()) {
            return List.of();
        }
        var lines = new ArrayList<>(who(server, refusals, kinds));
        if (!lines.isEmpty()) {
            rates(refusals, kinds).forEach(lines::add);
        }
        return lines;
    }

    private static List<String> who(ServerView server, ServerRefusals refusals, Set<Kind> kinds) {
        return refusals.refused().stream()
                .filter(refused -> kinds.contains(refused.kind()))
                .limit(MOST)
                .map(refused -> "%s's log: %s".formatted(server.target(), refusals.describe(refused)))
                .toList();
    }

    private static List<String> rates(ServerRefusals refusals, Set<Kind> kinds) {
        return kinds.stream()
                .sorted()
                .map(refusals.perSecond()::get)
                .filter(Objects::nonNull)
                .filter(reading -> reading.now() > 0)
                .map(Object::toString)
                .toList();
    }
}
