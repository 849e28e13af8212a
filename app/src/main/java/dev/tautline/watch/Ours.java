package dev.tautline.watch;

import dev.tautline.watch.server.SessionRow;
import java.util.Set;

/// Whose a server's sessions are: ours are of the roles that the watched pools log in with, or, when no agent
/// names one, all in the watched database.
record Ours(String database, Set<String> roles) {
    Ours {
        roles = Set.copyOf(roles);
    }

    boolean has(SessionRow session) {
        return roles.isEmpty() ? session.database().equals(database) : roles.contains(session.role());
    }
}
