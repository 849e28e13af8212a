package dev.tautline.link;

import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Written;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A container that runs a well-known image of a database server, and what that image's documentation says of
/// its variables and folders.
public record DatabaseImage(Maker maker, Container container) {
    /// Whose image it is; makers name variables and folders differently. Several names are separated by blanks,
    /// the one that counts most first.
    public enum Maker {
        /// `postgres` of Docker Hub and what is built upon it.
        POSTGRES(
                Product.POSTGRESQL,
                "postgres postgis pgvector pgvecto-rs timescaledb timescaledb-ha pgrouting",
                "postgres",
                "POSTGRES_USER",
                "POSTGRES_PASSWORD",
                "POSTGRES_DB"),
        BITNAMI_POSTGRESQL(
                Product.POSTGRESQL,
                "postgresql postgresql-repmgr",
                "postgres",
                "POSTGRESQL_USERNAME POSTGRES_USER",
                "POSTGRESQL_PASSWORD POSTGRES_PASSWORD",
                "POSTGRESQL_DATABASE POSTGRES_DB"),
        MYSQL(
                Product.MYSQL,
                "mysql mysql-server percona percona-server",
                "root",
                "MYSQL_USER",
                "MYSQL_PASSWORD",
                "MYSQL_DATABASE"),
        MARIADB(
                Product.MARIADB,
                "mariadb",
                "root",
                "MARIADB_USER MYSQL_USER",
                "MARIADB_PASSWORD MYSQL_PASSWORD",
                "MARIADB_DATABASE MYSQL_DATABASE");

        private final Product product;
        private final String images;
        private final String superuser;
        private final String user;
        private final String password;
        private final String database;

        Maker(Product product, String images, String superuser, String user, String password, String database) {
            this.product = product;
            this.images = images;
            this.superuser = superuser;
            this.user = user;
            this.password = password;
            this.database = database;
        }
    }

    /// Who publishes the images that are known here, by their names at Docker Hub, GitHub, Quay and Amazon.
    private static final Set<String> MAKERS = Set.of(
            "library",
            "docker-library",
            "postgis",
            "pgvector",
            "ankane",
            "tensorchord",
            "timescale",
            "pgrouting",
            "bitnami",
            "bitnamilegacy",
            "mysql",
            "percona",
            "mariadb");

    private static final Pattern POSTGRES_IN_TAG = Pattern.compile("(?:^|-)pg(\\d+(?:\\.\\d+)*)");
    private static final Pattern LEADING = Pattern.compile("(\\d+(?:\\.\\d+)*).*");

    /// The container as a database; empty when its image is none that we know.
    public static Optional<DatabaseImage> of(Container container) {
        return container
                .imageName()
                .flatMap(name -> Arrays.stream(Maker.values())
                        .filter(maker -> names(maker.images).contains(name))
                        .findFirst())
                .map(maker -> new DatabaseImage(maker, container));
    }

    /// The first container of a workload that is one.
    public static Optional<DatabaseImage> of(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> of(container).stream())
                .findFirst();
    }

    public Product product() {
        return maker.product;
    }

    /// The server's version as the tag says it: `17` of `postgres:17-alpine`, `16` of `timescaledb:2.17-pg16`.
    public Optional<Version> version() {
        return container.imageTag().flatMap(tag -> {
            var marked = POSTGRES_IN_TAG.matcher(tag);
            if (marked.find()) {
                return Optional.of(Version.of(marked.group(1)));
            }
            var leading = LEADING.matcher(tag);
            return leading.matches() && !isExtension() ? Optional.of(Version.of(leading.group(1))) : Optional.empty();
        });
    }

    /// Its tag counts the versions of an extension, not of the server.
    private boolean isExtension() {
        return container
                .imageName()
                .map(name -> name.startsWith("timescale") || name.equals("pgvector") || name.equals("pgrouting"))
                .orElse(false);
    }

    /// The user that may do everything, made by the image.
    public String superuser() {
        return maker.superuser;
    }

    /// The user that the image makes.
    public Optional<Written> user() {
        return find(maker.user);
    }

    /// That user's password, where a variable holds it itself.
    public Optional<Written> password() {
        return find(maker.password);
    }

    /// The database that the image makes.
    public Optional<Written> database() {
        return find(maker.database);
    }

    public Optional<Written> variable(String name) {
        return find(name);
    }

    private static List<String> names(String several) {
        return List.of(several.split(" ", -1));
    }

    private Optional<Written> find(String several) {
        return names(several).stream()
                .flatMap(name -> container.environment().stream()
                        .filter(variable -> variable.name().equals(name)))
                .map(Variable::value)
                .findFirst();
    }

    /// The folder that holds the server's data: the one of `PGDATA`, or the one that the image's documentation
    /// names; empty where the version decides and is not known.
    public Optional<String> dataFolder() {
        var chosen = variable("PGDATA").filter(Written::isResolved).map(Written::text);
        return switch (maker) {
            case POSTGRES -> chosen.or(this::postgresFolder);
            case BITNAMI_POSTGRESQL -> Optional.of("/bitnami/postgresql/data");
            case MYSQL, MARIADB ->
                Optional.of(isBitnami() ? "/bitnami/" + container.imageName().orElse("") + "/data" : "/var/lib/mysql");
        };
    }

    /// From 18 on it bears the version (docker-library/postgres#1259).
    private Optional<String> postgresFolder() {
        return container.imageName().filter("timescaledb-ha"::equals).isPresent()
                ? Optional.of("/home/postgres/pgdata/data")
                : version()
                        .map(version -> hasVersionedFolder()
                                ? "/var/lib/postgresql/" + version.numbers().getFirst() + "/docker"
                                : "/var/lib/postgresql/data");
    }

    /// Where the image itself declares a volume: without a mount there, or between there and the data, Docker
    /// makes one without a name, which the next container does not get.
    private String ownVolume() {
        return switch (maker) {
            case POSTGRES -> hasVersionedFolder() ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
            case BITNAMI_POSTGRESQL -> "/bitnami/postgresql";
            case MYSQL, MARIADB -> "/var/lib/mysql";
        };
    }

    /// The mount that the data is in; empty where there is none, or where the folder is not known.
    public Optional<Mount> dataMount() {
        return dataFolder()
                .flatMap(data -> container.mounts().stream()
                        .filter(mount -> isWithin(data, mount.path()))
                        .filter(mount -> !isWithin(data, ownVolume()) || isWithin(mount.path(), ownVolume()))
                        .max(Comparator.comparingInt(mount -> mount.path().length())));
    }

    private static boolean isWithin(String path, String folder) {
        var above = folder.replaceFirst("/+$", "");
        return path.replaceFirst("/+$", "").equals(above) || path.startsWith(above + "/");
    }

    private boolean isBitnami() {
        return container.image().map(image -> image.text().contains("bitnami")).orElse(false);
    }

    /// Whether files run when the database is made, which may make users and databases of their own; an image
    /// that somebody built upon the maker's may hold such files.
    public boolean hasInitScripts() {
        return container.mounts().stream().anyMatch(mount -> mount.path().startsWith("/docker-entrypoint-initdb.d"))
                || container.build().isPresent()
                || !isMakers();
    }

    /// Whether the image is the maker's own, or a copy of it in another registry: `postgres`,
    /// `registry.example/postgres`, `postgis/postgis`, and not `somebody/postgres`.
    private boolean isMakers() {
        var path = container
                .image()
                .map(Written::text)
                .orElse("")
                .split("[@]", 2)[0]
                .split("/", -1);
        var isRegistry =
                path.length > 1 && (path[0].contains(".") || path[0].contains(":") || path[0].equals("localhost"));
        return path.length == (isRegistry ? 2 : 1) || MAKERS.contains(path[path.length - 2].toLowerCase(Locale.ROOT));
    }

    /// Whether it is an image of PostgreSQL 18 or later, which keeps its data below `/var/lib/postgresql`.
    public boolean hasVersionedFolder() {
        return maker == Maker.POSTGRES
                && version().map(version -> version.isAtLeast(Version.of("18"))).orElse(false);
    }
}
