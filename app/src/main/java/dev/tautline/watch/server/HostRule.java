package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.net.InetAddress;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One rule of `pg_hba.conf`, as `pg_hba_file_rules` has it (PostgreSQL manual, "The pg_hba.conf File").
///
/// @param place such as `pg_hba.conf:12`
/// @param address null for local sockets
/// @param netmask null where the address is a name or a word
record HostRule(
        String place,
        String type,
        List<String> databases,
        List<String> users,
        @Nullable String address,
        @Nullable String netmask,
        String method) {

    /// In the order in which the server tries them. Only superusers may read them by default.
    static List<HostRule> all(Asked server) throws SQLException {
        var numbered = server.version() >= 16;
        return server.list(
                """
                SELECT %s || ':' || line_number AS place, type, database, user_name, address, netmask, auth_method
                FROM pg_hba_file_rules WHERE error IS NULL ORDER BY %s\
                """.formatted(
                                numbered ? "regexp_replace(file_name, '^.*/', '')" : "'pg_hba.conf'",
                                numbered ? "rule_number" : "line_number"),
                HostRule::of);
    }

    private static HostRule of(ResultSet row) throws SQLException {
        return new HostRule(
                row.getString("place"),
                row.getString("type"),
                words(row.getArray("database")),
                words(row.getArray("user_name")),
                row.getString("address"),
                row.getString("netmask"),
                row.getString("auth_method"));
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /// Whether it decides about such a log-in; empty where that cannot be told from here: members of groups, regular
    /// expressions, names of hosts.
    Optional<Boolean> fits(LoggedIn who, boolean tls) {
        if (!isOfType(who.address() == null, tls)) {
            return Optional.of(false);
        }
        return all(List.of(
                any(databases, word -> database(word, who)),
                any(users, word -> word.equals("all") ? Optional.of(true) : name(word, who.role())),
                who.address() == null ? Optional.of(true) : comesFrom(who.address())));
    }

    /// GSS encryption needs Kerberos, which a plain log-in has not.
    private boolean isOfType(boolean socket, boolean tls) {
        return switch (type) {
            case "local" -> socket;
            case "hostssl" -> !socket && tls;
            case "hostnossl" -> !socket && !tls;
            case "host", "hostnogssenc" -> !socket;
            default -> false;
        };
    }

    private static Optional<Boolean> database(String word, LoggedIn who) {
        return switch (word) {
            case "all" -> Optional.of(true);
            case "replication" -> Optional.of(false);
            case "sameuser" -> Optional.of(who.database().equals(who.role()));
            case "samerole", "samegroup" -> Optional.empty();
            default -> name(word, who.database());
        };
    }

    private static Optional<Boolean> name(String word, String wanted) {
        return word.startsWith("+") || word.startsWith("@") || word.startsWith("/")
                ? Optional.empty()
                : Optional.of(word.equals(wanted));
    }

    private Optional<Boolean> comesFrom(InetAddress client) {
        if (address == null || address.equals("all")) {
            return Optional.of(true);
        }
        if (netmask == null) {
            return client.isLoopbackAddress() && address.startsWith("same") ? Optional.of(true) : Optional.empty();
        }
        return Optional.of(isInNet(client.getAddress(), bytes(address), bytes(netmask)));
    }

    private static boolean isInNet(byte[] client, byte[] net, byte[] mask) {
        if (client.length != net.length || net.length != mask.length) {
            return false;
        }
        for (var i = 0; i < net.length; i++) {
            if (((client[i] ^ net[i]) & mask[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String literal) {
        return InetAddress.ofLiteral(literal).getAddress();
    }

    private static Optional<Boolean> any(List<String> words, Function<String, Optional<Boolean>> fits) {
        var answers = words.stream().map(fits).toList();
        if (answers.contains(Optional.of(true))) {
            return Optional.of(true);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> all(List<Optional<Boolean>> answers) {
        if (answers.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }
}
