package dev.tautline.targets;

import dev.tautline.probe.Guest;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Asks a server for settings by name over the connection of a ladder that has arrived at its top.
final class ServerSettings implements Guest {
    private final List<String> names;
    private final Map<InetAddress, Map<String, String>> byAddress = new ConcurrentHashMap<>();

    ServerSettings(List<String> names) {
        this.names = List.copyOf(names);
    }

    /// A server that refuses to tell leaves its settings unknown, and so the expectations unmet.
    @Override
    public void visit(InetAddress address, Connection connection) {
        if (names.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(question(names.size()))) {
            for (int i = 0; i < names.size(); i++) {
                statement.setString(i + 1, names.get(i));
            }
            byAddress.put(address, answers(statement));
        } catch (SQLException refused) {
            byAddress.remove(address);
        }
    }

    /// The view leaves out what the role may not see, where the function alone would fail. The function tells values
    /// with their units, as people write them.
    private static String question(int count) {
        var marks = String.join(", ", Collections.nCopies(count, "?"));
        return "SELECT name, current_setting(name) FROM pg_settings WHERE name IN (" + marks + ")";
    }

    private static Map<String, String> answers(PreparedStatement statement) throws SQLException {
        var found = new HashMap<String, String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    Map<String, String> at(@Nullable InetAddress address) {
        return address == null ? Map.of() : byAddress.getOrDefault(address, Map.of());
    }
}
