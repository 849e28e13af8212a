package dev.tautline.check.rules.compose;

import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Mount;
import java.util.Optional;
import java.util.regex.Pattern;

/// Mounts that somebody meant for a database's data.
final class DataMounts {
    /// Where data of some database lives; init scripts, configuration, backups and logs live elsewhere.
    private static final Pattern DATA = Pattern.compile(
            "/var/lib/(postgres|pgsql|mysql|maria|percona).*|/bitnami.*|/(pg)?data(/.*)?|/home/postgres/pgdata.*|/(postgres|mysql)(ql)?[-/]?data");

    private DataMounts() {}

    /// The lasting mount that looks as if it were to hold the data, wherever the data really is.
    static Optional<Mount> meantForData(DatabaseImage image) {
        return image.container().mounts().stream()
                .filter(mount -> mount.kind() == Mount.Kind.VOLUME || mount.kind() == Mount.Kind.HOST_FOLDER)
                .filter(mount -> DATA.matcher(mount.path()).matches())
                .findFirst();
    }

    /// Where the image's documentation says that a volume belongs.
    static String toMount(DatabaseImage image) {
        return switch (image.maker()) {
            case POSTGRES ->
                image.hasVersionedFolder() || image.version().isEmpty()
                        ? "/var/lib/postgresql"
                        : "/var/lib/postgresql/data";
            case BITNAMI_POSTGRESQL -> "/bitnami/postgresql";
            case MYSQL, MARIADB -> "/var/lib/mysql";
        };
    }
}
