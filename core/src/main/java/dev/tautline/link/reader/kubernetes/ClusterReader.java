package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.ConnectionLimit;
import dev.tautline.link.HbaLine;
import dev.tautline.link.Server;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.postgres.HbaFile;
import dev.tautline.link.reader.postgres.SqlLimits;
import dev.tautline.settings.CloudNativePgKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a `Cluster` of the CloudNativePG operator as one server (operator's documentation 1.29, "PostgreSQL
/// Configuration" and "Service Management").
final class ClusterReader {
    static final String GROUP = "postgresql.cnpg.io";

    private static final Pattern TAG = Pattern.compile(":(\\d+(?:\\.\\d+)*)[^/:]*$");
    /// What the operator sets where the cluster does not (operator's `pkg/postgres/configuration.go`). TLS 1.3 is
    /// its minimum since 1.22.
    private static final Map<String, String> OPERATORS_DEFAULTS = Map.ofEntries(
            Map.entry("archive_timeout", "5min"),
            Map.entry("full_page_writes", "on"),
            Map.entry("log_destination", "csvlog"),
            Map.entry("logging_collector", "on"),
            Map.entry("max_parallel_workers", "32"),
            Map.entry("max_replication_slots", "32"),
            Map.entry("max_worker_processes", "32"),
            Map.entry("ssl_max_protocol_version", "TLSv1.3"),
            Map.entry("ssl_min_protocol_version", "TLSv1.3"),
            Map.entry("wal_keep_size", "512MB"),
            Map.entry("wal_level", "logical"),
            Map.entry("wal_log_hints", "on"),
            Map.entry("wal_receiver_timeout", "5s"),
            Map.entry("wal_sender_timeout", "5s"));
    /// What the operator sets in any case.
    private static final Map<String, String> OPERATORS_OWN =
            Map.of("hot_standby", "on", "listen_addresses", "*", "port", "5432", "ssl", "on");
    /// Its last line of `pg_hba.conf` asks for MD5 before (operator's documentation, "PostgreSQL Configuration").
    private static final Version SCRAM = Version.of("14");

    private final ManifestSet set;
    private final Facts facts;

    ClusterReader(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
    }

    void read(Manifest cluster) {
        facts.server(new Server(
                        cluster.name(),
                        Product.POSTGRESQL,
                        names(cluster),
                        settings(cluster),
                        Optional.of(hba(cluster)),
                        Optional.empty(),
                        set.stageOf(cluster),
                        cluster.origin())
                .with(limits(cluster)));
    }

    /// What the operator runs when it makes the cluster, then the roles that it keeps as they are declared
    /// ("Database Role Management", `connectionLimit`; -1 is none).
    private static List<ConnectionLimit> limits(Manifest cluster) {
        var sql = Stream.of("postInitSQL", "postInitTemplateSQL", "postInitApplicationSQL")
                .flatMap(key -> cluster.tree().items("spec", "bootstrap", "initdb", key).stream())
                .filter(YamlTree.Scalar.class::isInstance)
                .map(item -> cluster.source().embedded((YamlTree.Scalar) item, Path.of("init.sql")))
                .toList();
        var limits = SqlLimits.of(sql);
        cluster.tree().items("spec", "managed", "roles").stream()
                .filter(role -> role.text("superuser")
                        .map(Written::text)
                        .filter("true"::equals)
                        .isEmpty())
                .forEach(role -> role.text("name")
                        .ifPresent(name -> Values.field(role, "connectionLimit")
                                .ifPresent(most -> limits.role(name.text(), most))));
        return limits.all();
    }

    /// The Services that the operator makes: to the primary, to standbys, to any.
    private static Set<String> names(Manifest cluster) {
        var names = new TreeSet<String>();
        for (var end : List.of("-rw", "-ro", "-r")) {
            names.addAll(ServiceReader.aliases(cluster.name() + end, cluster.namespace()));
        }
        return names;
    }

    private static Settings settings(Manifest cluster) {
        var spec = cluster.tree().at("spec").orElse(cluster.tree());
        var settings = Settings.builder(versions(spec));
        OPERATORS_DEFAULTS.forEach((name, value) -> put(settings, name, operators(name, value)));
        spec.entries("postgresql", "parameters")
                .forEach(
                        (name, tree) -> Values.field(tree).ifPresent(value -> PostgresName.put(settings, name, value)));
        OPERATORS_OWN.forEach((name, value) -> put(settings, name, operators(name, value)));
        CloudNativePgKeys.VOCABULARY
                .keys()
                .forEach(key -> Values.field(spec, key.name()).ifPresent(value -> settings.put(key, value)));
        Stream.of("backup", "plugins")
                .flatMap(name -> spec.at(name).stream())
                .findFirst()
                .ifPresent(backup ->
                        settings.put(CloudNativePgKeys.BACKUP, Written.of("backup", "declared", backup.origin())));
        return settings.build();
    }

    private static void put(Settings.Builder settings, String name, Written value) {
        PostgresKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, value));
    }

    private static Written operators(String name, String value) {
        return Written.of(
                name,
                value,
                new Origin.DocumentedDefault(
                        Product.CLOUD_NATIVE_PG.title(),
                        Product.CLOUD_NATIVE_PG.newest().toString()));
    }

    private static Versions versions(YamlTree spec) {
        return Values.field(spec, "imageName")
                .filter(Written::isResolved)
                .flatMap(image -> {
                    var tag = TAG.matcher(image.text());
                    return tag.find() ? Optional.of(versions(tag.group(1), image)) : Optional.<Versions>empty();
                })
                .orElse(Versions.UNKNOWN);
    }

    private static Versions versions(String version, Written image) {
        return new Versions(Map.of(Product.POSTGRESQL, new Versions.Detected(Version.of(version), image.origin(), "")));
    }

    private static boolean isBeforeScram(Manifest cluster) {
        return versions(cluster.tree().at("spec").orElse(cluster.tree()))
                .find(Product.POSTGRESQL)
                .filter(found -> !found.version().isAtLeast(SCRAM))
                .isPresent();
    }

    /// The cluster's own lines, then the operator's last one. Those it puts first are about its own roles.
    private Server.Hba hba(Manifest cluster) {
        var own = cluster.tree().items("spec", "postgresql", "pg_hba").stream()
                .filter(YamlTree.Scalar.class::isInstance)
                .map(line -> cluster.source().embedded((YamlTree.Scalar) line, Path.of("pg_hba.conf")))
                .flatMap(line -> HbaFile.read(line, facts.problems()).lines().stream());
        var last = new HbaLine(
                "host",
                List.of("all"),
                List.of("all"),
                Optional.of("all"),
                isBeforeScram(cluster) ? "md5" : "scram-sha-256",
                List.of(),
                cluster.origin());
        return new Server.Hba(Stream.concat(own, Stream.of(last)).toList(), cluster.origin());
    }
}
