package dev.tautline.link.reader.image;

import dev.tautline.link.Container;
import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Versions.Detected;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PgBouncer as its usual images configure it from variables: edoburu/pgbouncer (`entrypoint.sh`),
/// bitnami/pgbouncer (`pgbouncer-env.sh`), pgbouncer/pgbouncer (`DATABASES_…`, `PGBOUNCER_…`).
final class PoolerImage {
    private static final int POSTGRES_PORT = 5432;
    private static final int PGBOUNCER_PORT = 6432;
    /// `pgbouncer` as the last part of an image's name, with or without a maker's prefix to it.
    private static final Pattern NAME = Pattern.compile("(.*/)?([\\w.]+-)*pgbouncer([:@].*)?");
    private static final Pattern URL = Pattern.compile(
            "postgres(?:ql)?://(?:.*@)?(?<host>[^:/?@]+)(?::(?<port>\\d{1,5}))?(?:/(?<database>[^?]*))?.*");

    /// How an image names its variables; several names are separated by blanks.
    private enum Style {
        EDOBURU("", "DB_HOST", "DB_PORT", "DB_NAME", POSTGRES_PORT),
        BITNAMI(
                "PGBOUNCER_",
                "POSTGRESQL_HOST",
                "POSTGRESQL_PORT",
                "PGBOUNCER_DATABASE POSTGRESQL_DATABASE",
                PGBOUNCER_PORT),
        OFFICIAL("PGBOUNCER_", "DATABASES_HOST", "DATABASES_PORT", "DATABASES_DBNAME", PGBOUNCER_PORT);

        private final String prefix;
        private final String host;
        private final String port;
        private final String database;
        private final int listens;

        Style(String prefix, String host, String port, String database, int listens) {
            this.prefix = prefix;
            this.host = host;
            this.port = port;
            this.database = database;
            this.listens = listens;
        }

        static Optional<Style> of(String image) {
            var name = image.replaceFirst("[:@].*$", "");
            if (!name.endsWith("/pgbouncer")) {
                return Optional.empty();
            }
            return name.contains("edoburu")
                    ? Optional.of(EDOBURU)
                    : name.contains("bitnami")
                            ? Optional.of(BITNAMI)
                            : name.equals("pgbouncer/pgbouncer") || name.equals("docker.io/pgbouncer/pgbouncer")
                                    ? Optional.of(OFFICIAL)
                                    : Optional.empty();
        }
    }

    private final Container container;
    private final Style style;

    private PoolerImage(Container container, Style style) {
        this.container = container;
        this.style = style;
    }

    /// The pooler that a workload runs; empty where its image is none that we know, or where no variable says
    /// where it leads.
    static Optional<Hop> hop(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container
                        .image()
                        .filter(Written::isResolved)
                        .flatMap(image -> Style.of(image.text()))
                        .map(style -> new PoolerImage(container, style))
                        .stream())
                .findFirst()
                .flatMap(image -> image.target().map(target -> image.hop(workload, target)));
    }

    private Hop hop(Workload workload, HopTarget target) {
        return new Hop(
                workload.name(),
                Hop.Kind.POOLER,
                Product.PGBOUNCER,
                Set.of(),
                Set.of(listens()),
                List.of(target),
                settings(),
                Optional.of(workload),
                workload.stage(),
                container.image().orElseThrow().origin());
    }

    private int listens() {
        return variable("LISTEN_PORT PGBOUNCER_LISTEN_PORT PGBOUNCER_PORT")
                .flatMap(port -> ValueType.COUNT.read(port.text()))
                .orElse(style.listens);
    }

    private Optional<HopTarget> target() {
        var url = variable("DATABASE_URL").filter(written -> style == Style.EDOBURU && written.isResolved());
        return url.isPresent() ? url.flatMap(PoolerImage::targetOf) : targetOfParts();
    }

    private static Optional<HopTarget> targetOf(Written url) {
        var parts = URL.matcher(url.text());
        return parts.matches()
                ? Optional.of(target(
                        Optional.ofNullable(parts.group("database")).orElse(""),
                        parts.group("host"),
                        Optional.ofNullable(parts.group("port")),
                        url))
                : Optional.empty();
    }

    private Optional<HopTarget> targetOfParts() {
        return variable(style.host)
                .map(host -> target(
                        variable(style.database).map(Written::text).orElse("*"),
                        host.text(),
                        variable(style.port).map(Written::text),
                        host));
    }

    private static HopTarget target(String database, String host, Optional<String> port, Written read) {
        var number = port.map(text -> ValueType.COUNT.read(text).orElse(0)).orElse(POSTGRES_PORT);
        return new HopTarget(
                database.isEmpty() ? "*" : database,
                Optional.of(new HostPort(host, number, read.origin())),
                Settings.EMPTY,
                read.origin());
    }

    private Settings settings() {
        var settings = Settings.builder(versions(container));
        for (var variable : container.environment()) {
            if (variable.name().startsWith(style.prefix)) {
                var name = variable.name().substring(style.prefix.length()).toLowerCase(Locale.ROOT);
                PgBouncerKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, variable.value()));
            }
        }
        return settings.build();
    }

    /// The hop that reads a file which the workload mounts, in the version of the image's tag.
    static Hop inVersion(Hop hop, Workload workload) {
        return hop.product() != Product.PGBOUNCER
                ? hop
                : workload.containers().stream()
                        .filter(PoolerImage::isPgBouncer)
                        .findFirst()
                        .map(container -> hop.with(Settings.builder(versions(container))
                                .putAll(hop.settings())
                                .build()))
                        .orElse(hop);
    }

    private static boolean isPgBouncer(Container container) {
        return container
                .image()
                .filter(Written::isResolved)
                .filter(image -> NAME.matcher(image.text()).matches())
                .isPresent();
    }

    private static Versions versions(Container container) {
        return container
                .imageTag()
                .map(tag -> Version.of(tag.replaceFirst("^v", "")))
                .filter(version -> version.numbers().size() > 1)
                .map(version -> new Versions(Map.of(
                        Product.PGBOUNCER,
                        new Detected(version, container.image().orElseThrow().origin(), "tag of the image"))))
                .orElse(Versions.UNKNOWN);
    }

    private Optional<Written> variable(String names) {
        return Stream.of(names.split(" ", -1))
                .flatMap(name -> container.environment().stream()
                        .filter(variable -> variable.name().equals(name)))
                .map(Variable::value)
                .findFirst();
    }
}
