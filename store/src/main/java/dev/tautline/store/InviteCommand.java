package dev.tautline.store;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.staff.InviteByCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// `invite --email … --name … --role admin`: prints the address at which somebody sets a password and a second factor.
/// There is no default account; the first administrator comes in this way. Needs the shop's own settings.
final class InviteCommand implements Command {
    private static final List<String> OPTIONS = List.of("--email", "--name", "--role");

    /// The settings are read, and nothing is started.
    static final class Settings {}

    private final PrintStream out;
    private final PrintStream err;

    InviteCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public OptionalInt run(String[] args) {
        var others = new ArrayList<String>();
        var given = new TreeMap<>(Map.of("--email", "", "--name", "", "--role", "admin"));
        for (var index = 0; index < args.length; index++) {
            var parts = args[index].split("=", 2);
            if (!OPTIONS.contains(parts[0])) {
                others.add(args[index]);
            } else {
                given.put(parts[0], parts.length == 2 ? parts[1] : index + 1 < args.length ? args[++index] : "");
            }
        }
        var email = given.getOrDefault("--email", "").strip();
        var name = given.getOrDefault("--name", "").strip();
        var role = given.getOrDefault("--role", "");
        var problems = InviteByCommand.problems(email, name, role);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> err.println("chandlery: " + problem));
            return OptionalInt.of(USAGE_OR_CONFIGURATION);
        }
        return invite(others, email, name, role);
    }

    private OptionalInt invite(List<String> settings, String email, String name, String role) {
        var application = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false);
        try (var context = application.run(settings.toArray(String[]::new))) {
            var environment = context.getEnvironment();
            var shop = URI.create(environment.getRequiredProperty("chandlery.public-url"));
            var link = InviteByCommand.invite(
                    database(environment), key(environment), shop, Clock.systemUTC(), email, name, role);
            if (link.isEmpty()) {
                err.println("chandlery: %s is the last administrator; invite another one first".formatted(email));
                return OptionalInt.of(USAGE_OR_CONFIGURATION);
            }
            out.println("chandlery: good for one day and one use:");
            out.println(link.get());
            return OptionalInt.of(OK);
        } catch (IllegalArgumentException setting) {
            err.println("chandlery: " + setting.getMessage());
            return OptionalInt.of(USAGE_OR_CONFIGURATION);
        } catch (DataAccessException | TransactionException | SQLException failed) {
            err.println("chandlery: nobody was invited: " + deepest(failed));
            return OptionalInt.of(UNREACHABLE);
        }
    }

    private static DataSource database(Environment environment) throws SQLException {
        var database = new PGSimpleDataSource();
        database.setUrl(environment.getRequiredProperty("spring.datasource.url"));
        database.setUser(environment.getRequiredProperty("spring.datasource.username"));
        database.setPassword(environment.getProperty("spring.datasource.password", ""));
        var settings = new Properties();
        settings.putAll(Binder.get(environment)
                .bind("spring.datasource.hikari.data-source-properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        for (var setting : settings.stringPropertyNames()) {
            database.setProperty(setting, settings.getProperty(setting));
        }
        database.setApplicationName("chandlery-invite");
        return database;
    }

    /// The one that the shop signs with: what is set, or what the instance keeps for itself.
    private static CookieKey key(Environment environment) {
        var configured = environment.getProperty("chandlery.cookie-key", "");
        if (!configured.isEmpty()) {
            return new CookieKey(configured);
        }
        var file = Path.of(environment.getRequiredProperty("chandlery.data-directory"), "cookie-key");
        try {
            return new CookieKey(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "chandlery.cookie-key is not set, and %s cannot be read: name the key of the shop, or its directory"
                            .formatted(file),
                    unreadable);
        }
    }

    private static String deepest(Throwable thrown) {
        var deepest = thrown;
        for (var depth = 0; deepest.getCause() != null && depth < 20; depth++) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }
}
