package dev.tautline.link.reader.patroni;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.postgres.HbaRules;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One of Patroni's files. What stands in `bootstrap.dcs` is the whole cluster's; the node's own parameters go
/// before it, save those that must be the same everywhere (Patroni, "Dynamic Configuration Settings").
final class PatroniNode {
    private static final Set<String> OF_THE_CLUSTER = Set.of(
            "max_connections",
            "max_locks_per_transaction",
            "max_worker_processes",
            "max_prepared_transactions",
            "wal_level",
            "track_commit_timestamp");

    private final SourceText source;
    private final YamlTree tree;

    PatroniNode(SourceText source, YamlTree tree) {
        this.source = source;
        this.tree = tree;
    }

    /// What tells this node's cluster from others: where the file lies, and the scope.
    String cluster() {
        return source.file().toAbsolutePath().normalize().getParent() + " "
                + tree.text("scope").map(Written::text).orElse("");
    }

    Server server(Collection<Problem> problems) {
        var members = members();
        return new Server(
                tree.text("scope").map(Written::text).orElse("patroni"),
                Product.POSTGRESQL,
                members,
                members,
                settings(),
                hba(problems),
                Optional.empty(),
                Stage.UNKNOWN,
                tree.text("scope").map(Written::origin).orElse(tree.origin()),
                List.of());
    }

    /// The name and the address under which the other nodes know this one.
    private Set<String> members() {
        var members = new LinkedHashSet<String>();
        tree.text("name").map(this::filled).filter(Written::isResolved).ifPresent(name -> members.add(name.text()));
        tree.text("postgresql", "connect_address")
                .map(this::filled)
                .filter(Written::isResolved)
                .map(address -> address.text().replaceFirst(":\\d+$", ""))
                .ifPresent(members::add);
        return members;
    }

    private Settings settings() {
        var settings = Settings.builder(Versions.UNKNOWN);
        PatroniKeys.VOCABULARY.keys().forEach(key -> put(settings, key.name()));
        put(settings, "master_start_timeout");
        tree.entries("bootstrap", "dcs", "postgresql", "parameters").forEach((name, value) -> server(settings, value));
        tree.entries("postgresql", "parameters").forEach((name, value) -> {
            if (!OF_THE_CLUSTER.contains(name)) {
                server(settings, value);
            }
        });
        Stream.of("superuser", "replication", "rewind")
                .flatMap(role -> tree.text("postgresql", "authentication", role, "password").stream())
                .map(this::filled)
                .filter(password -> password.isResolved() && !password.text().isBlank())
                .findFirst()
                .ifPresent(password -> settings.put(PatroniKeys.AUTHENTICATION_PASSWORD, password));
        listen(settings);
        return settings.build();
    }

    private void put(Settings.Builder settings, String name) {
        var path = name.split("\\.");
        tree.at("bootstrap", "dcs")
                .flatMap(dynamic -> dynamic.text(path))
                .or(() -> tree.text(path))
                .map(this::filled)
                .ifPresent(written -> PatroniKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, written)));
    }

    private void server(Settings.Builder settings, YamlTree value) {
        value.text().map(this::filled).ifPresent(written -> {
            var name = written.key().substring(written.key().lastIndexOf('.') + 1);
            PostgresName.put(settings, name, written, Product.PATRONI);
        });
    }

    /// `listen: ADDRESSES:PORT` becomes two settings of the server.
    private void listen(Settings.Builder settings) {
        tree.text("postgresql", "listen").map(this::filled).ifPresent(listen -> {
            var colon = listen.text().lastIndexOf(':');
            var addresses = colon < 0 ? listen.text() : listen.text().substring(0, colon);
            settings.put(
                    PostgresKeys.LISTEN_ADDRESSES,
                    new Written(listen.key(), addresses, listen.origin(), listen.unresolved()));
            if (colon > 0) {
                var port = listen.text().substring(colon + 1);
                settings.put(PostgresKeys.PORT, new Written(listen.key(), port, listen.origin(), listen.unresolved()));
            }
        });
    }

    /// The node's own rules; without any, those that the cluster begins with.
    private Optional<Server.Hba> hba(Collection<Problem> problems) {
        var own = tree.items("postgresql", "pg_hba");
        var first = own.isEmpty() ? tree.items("bootstrap", "pg_hba") : own;
        var dynamic = tree.items("bootstrap", "dcs", "postgresql", "pg_hba");
        var lines = own.isEmpty() && !dynamic.isEmpty() ? dynamic : first;
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(HbaRules.of(
                        lines.stream().flatMap(line -> line.text().stream()).toList(), problems));
    }

    private Written filled(Written written) {
        return Unfilled.written(written.key(), written.text(), written.origin());
    }
}
