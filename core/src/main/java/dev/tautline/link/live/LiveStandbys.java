package dev.tautline.link.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The addresses of the standbys that stream from this server, from `pg_stat_replication`.
record LiveStandbys(Set<String> addresses, Optional<Withheld> withheld) {
    private static final String QUERY =
            "SELECT host(client_addr) FROM pg_stat_replication WHERE client_addr IS NOT NULL";

    static LiveStandbys read(Connection connection, Asker asker) throws SQLException {
        if (!asker.seesAllActivity()) {
            return new LiveStandbys(
                    Set.of(),
                    Optional.of(asker.withheld(
                            "the standbys, and what sessions of other roles do", "GRANT pg_read_all_stats TO %s")));
        }
        var addresses = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                addresses.add(rows.getString(1));
            }
        }
        return new LiveStandbys(addresses, Optional.empty());
    }
}
