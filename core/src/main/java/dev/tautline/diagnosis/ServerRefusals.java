package dev.tautline.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Log-ins that the server refused lately, as its own log tells: of everybody, also of clients without an agent.
///
/// @param windowSeconds the time in which they were counted; above 0
/// @param refused the most frequent first
/// @param perSecond of each kind, beside its usual
public record ServerRefusals(double windowSeconds, List<Refused> refused, Map<Kind, Reading> perSecond) {
    public ServerRefusals {
        refused = List.copyOf(refused);
        perSecond = Map.copyOf(perSecond);
    }

    /// Why a log-in was refused.
    public enum Kind {
        PASSWORD("password refused"),
        IDENTITY("not authenticated"),
        HOST_RULES("not let in by pg_hba.conf"),
        ROLE("role missing or without LOGIN"),
        DATABASE("database missing or closed to it"),
        ROLE_LIMIT("connection limit of the role"),
        DATABASE_LIMIT("connection limit of the database"),
        SLOTS("no connection slot left"),
        PROTOCOL("no start of a session that the server understands"),
        TLS("TLS handshake failed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Who was refused and how often; a part that the log does not tell is empty.
    ///
    /// @param address of the client, or `[local]` for a socket of the server's machine
    /// @param times at least so many: of a log that grows too fast a part is passed over
    public record Refused(Kind kind, String role, String database, String address, int times) {
        /// For people: `role shop in shop from 10.0.0.5`.
        public String who() {
            return (role.isEmpty() ? "somebody" : "role " + role)
                    + (database.isEmpty() ? "" : " in " + database)
                    + (address.isEmpty() ? "" : " from " + address);
        }
    }

    /// For people: `password refused, 14 times in 10 s: role shop from 10.0.0.5`.
    public String describe(Refused of) {
        return "%s, %s in %.0f s: %s"
                .formatted(
                        of.kind().words(), of.times() == 1 ? "once" : of.times() + " times", windowSeconds, of.who());
    }

    /// Of several kinds together, beside their usual; 0 with an unknown usual where none of them is told.
    public Reading rate(String what, Set<Kind> kinds) {
        var told = kinds.stream().map(perSecond::get).filter(Objects::nonNull).toList();
        return told.isEmpty() ? new Reading(what, 0, null, Unit.PER_SECOND) : Reading.sum(what, told);
    }
}
