package dev.tautline.check;

import dev.tautline.link.Client;
import dev.tautline.link.Container;
import dev.tautline.link.Workload;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.UrlScheme;
import dev.tautline.settings.Written;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What tells whether a program that takes a URL `postgresql://…` uses libpq: many drivers do not, and have rules of
/// their own.
public final class LibpqProgram {
    /// SQLAlchemy's names of drivers that are made of libpq.
    private static final Pattern DRIVER = Pattern.compile("(?i)postgres(ql)?\\+psycopg\\w*://.*");
    /// Images from which `psql` and `pg_dump` are run.
    private static final Pattern IMAGE =
            Pattern.compile("(.*/)?(postgres|postgresql|psql|postgres-backup[\\w-]*|pgbackrest)([:@].*)?");

    private LibpqProgram() {}

    /// The URL of a client that is none in Java, but of PostgreSQL.
    public static Optional<JdbcUrl> url(Client client) {
        return client.url().filter(url -> url.scheme().form() == UrlScheme.Form.LIBPQ && url.isPostgres());
    }

    /// Whether it surely uses libpq.
    public static boolean isOne(Client client) {
        return DRIVER.matcher(client.urlText().text()).matches()
                || client.workload().stream()
                        .map(Workload::containers)
                        .flatMap(containers -> containers.size() == 1 ? containers.stream() : Stream.empty())
                        .map(Container::image)
                        .flatMap(Optional::stream)
                        .map(Written::text)
                        .anyMatch(image -> IMAGE.matcher(image).matches());
    }
}
