package dev.tautline.targets;

import dev.tautline.probe.Guest;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// Asks a server for the other nodes of its cluster: a primary knows the addresses of its standbys, a standby knows
/// where it replicates from. A role without `pg_monitor` sees neither, which is no failure.
final class ClusterNodes implements Guest {
    private static final String ASK = """
            SELECT host(client_addr), NULL::int FROM pg_stat_replication WHERE client_addr IS NOT NULL
            UNION ALL
            SELECT sender_host, sender_port FROM pg_stat_wal_receiver WHERE sender_host NOT LIKE '/%'""";

    private final Set<Node> nodes =
            new ConcurrentSkipListSet<>(Comparator.comparing(Node::host).thenComparing(Node::port));

    /// A node as another one names it.
    ///
    /// @param port 0 when it is not told
    record Node(String host, int port) {}

    @Override
    public void visit(InetAddress address, Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ASK)) {
            while (rows.next()) {
                nodes.add(new Node(rows.getString(1), rows.getInt(2)));
            }
        } catch (SQLException withheld) {
            // Then the cluster is not explored from here.
        }
    }

    List<Node> all() {
        return List.copyOf(nodes);
    }
}
