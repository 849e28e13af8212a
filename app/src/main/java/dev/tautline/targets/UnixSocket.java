package dev.tautline.targets;

import java.util.Optional;

/// A folder in which a server on the same machine has its socket, or an abstract one (`@…`), where others write a host.
/// What is probed is TCP, the way of a service on another machine.
record UnixSocket(String folder, int port) {
    private static final String PLAIN = "[\\w./@:-]+";

    /// As libpq tells them from hosts (PostgreSQL manual 18, section 32.1.2).
    static boolean isOne(String host) {
        return host.startsWith("/") || host.startsWith("@");
    }

    /// What it is, what to write in its place, and how to test it all the same.
    String words(Optional<String> database) {
        return "'" + folder
                + "', a Unix socket, and only TCP can be probed; write localhost, or what listen_addresses of the"
                + " server says, in its place" + test(database);
    }

    private String test(Optional<String> database) {
        var name = database.filter(text -> text.matches(PLAIN));
        return folder.matches(PLAIN)
                ? "; the socket itself is tested by: psql -h " + folder + " -p " + port
                        + name.map(text -> " -d " + text).orElse("") + " -c 'SELECT 1'"
                : "";
    }
}
