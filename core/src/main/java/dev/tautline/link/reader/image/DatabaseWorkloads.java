package dev.tautline.link.reader.image;

import dev.tautline.link.ConnectionLimit;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.postgres.SqlLimits;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Versions.Detected;
import dev.tautline.settings.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a server of each workload that runs a database's image: version of its tag, settings of its command
/// and of the configuration file that it mounts.
public final class DatabaseWorkloads {
    private final Facts facts;
    private final Set<Server> mounted = new HashSet<>();

    private DatabaseWorkloads(Facts facts) {
        this.facts = facts;
    }

    /// Adds the servers, and takes back those that were known only by a file that one of these mounts.
    public static void addTo(Facts facts) {
        var workloads = new DatabaseWorkloads(facts);
        var files = facts.servers();
        var found = facts.workloads().stream()
                .filter(workload -> files.stream().noneMatch(server -> runs(workload, server)))
                .flatMap(
                        workload -> DatabaseImage.of(workload).map(image -> workloads.server(workload, image)).stream())
                .toList();
        facts.removeServers(workloads.mounted::contains);
        found.forEach(facts::server);
        facts.changeHops(hop -> hop.workload().isPresent()
                ? hop
                : facts.workloads().stream()
                        .filter(workload -> MountedFiles.mounts(workload, hop.origin()))
                        .findFirst()
                        .map(workload -> PoolerImage.inVersion(
                                hop.known(workload.stage(), Set.of(), Optional.of(workload)), workload))
                        .orElse(hop));
        facts.workloads()
                .forEach(workload -> PoolerImage.hop(workload)
                        .filter(hop -> facts.hops().stream()
                                .noneMatch(known ->
                                        known.workload().map(workload::isSameAs).orElse(false)))
                        .ifPresent(facts::hop));
    }

    private static boolean runs(Workload workload, Server server) {
        return server.workload().map(workload::isSameAs).orElse(false);
    }

    private Server server(Workload workload, DatabaseImage image) {
        var files = facts.servers().stream()
                .filter(server -> server.workload().isEmpty() && server.product() == image.product())
                .filter(server -> MountedFiles.mounts(workload, server.origin()))
                .toList();
        mounted.addAll(files);
        return new Server(
                        workload.name(),
                        image.product(),
                        Set.of(),
                        settings(image, files),
                        files.stream().flatMap(file -> file.hba().stream()).findFirst(),
                        Optional.of(workload),
                        workload.stage(),
                        image.container()
                                .image()
                                .map(Written::origin)
                                .orElse(image.container().origin()))
                .with(limits(workload, image));
    }

    private List<ConnectionLimit> limits(Workload workload, DatabaseImage image) {
        return image.product() == Product.POSTGRESQL
                ? SqlLimits.of(new InitScripts(facts).of(workload, image)).all()
                : List.of();
    }

    /// The command line wins over the file (PostgreSQL manual, "Setting Parameters").
    private static Settings settings(DatabaseImage image, List<Server> files) {
        var versions = image.version()
                .map(version -> new Versions(Map.of(
                        image.product(),
                        new Detected(
                                version,
                                image.container()
                                        .image()
                                        .map(Written::origin)
                                        .orElse(image.container().origin()),
                                "tag of the image"))))
                .orElse(Versions.UNKNOWN);
        var settings = Settings.builder(versions);
        image.container().image().ifPresent(tag -> byImage(image, tag, settings, files));
        files.forEach(file -> settings.putAll(file.settings()));
        new ServerArguments(image.product(), settings).read(image.container());
        return settings.build();
    }

    /// The own `postgresql.conf` of each image listens everywhere (docker-library/postgres, Dockerfile;
    /// bitnami/containers, `libpostgresql.sh`).
    private static void byImage(DatabaseImage image, Written tag, Settings.Builder settings, List<Server> files) {
        if (image.product() == Product.POSTGRESQL && files.isEmpty()) {
            settings.put(
                    PostgresKeys.LISTEN_ADDRESSES, Written.of(PostgresKeys.LISTEN_ADDRESSES.name(), "*", tag.origin()));
        }
        image.variable("PGPORT").ifPresent(port -> settings.put(PostgresKeys.PORT, port));
        image.variable("MYSQL_TCP_PORT").ifPresent(port -> settings.put(MySqlKeys.PORT, port));
        if (image.maker() == DatabaseImage.Maker.BITNAMI_POSTGRESQL) {
            image.variable("POSTGRESQL_PORT_NUMBER").ifPresent(port -> settings.put(PostgresKeys.PORT, port));
            image.variable("POSTGRESQL_MAX_CONNECTIONS")
                    .ifPresent(most -> settings.put(PostgresKeys.MAX_CONNECTIONS, most));
        }
    }
}
