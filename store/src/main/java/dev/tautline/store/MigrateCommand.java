package dev.tautline.store;

import java.util.Map;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// Brings schema and seed up to date as their owner. The only place that runs Flyway: a shop that serves never
/// migrates, so ten instances started at once do not queue for one lock, and none needs the owner's password.
final class MigrateCommand implements Command {

    @Override
    public OptionalInt run(String[] args) {
        var settings = new SpringApplicationBuilder(MigrateCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false);
        try (var context = settings.run(args)) {
            var applied = flyway(context.getEnvironment()).migrate().migrationsExecuted;
            System.out.println("chandlery: %d migrations applied, the schema is up to date".formatted(applied));
            return OptionalInt.of(OK);
        } catch (FlywayException failed) {
            System.err.println("chandlery: the migration did not run: " + firstLine(failed) + said(failed));
            return OptionalInt.of(UNREACHABLE);
        }
    }

    private static Flyway flyway(Environment settings) {
        return Flyway.configure()
                .dataSource(
                        settings.getRequiredProperty("chandlery.migrate.url"),
                        settings.getRequiredProperty("chandlery.migrate.username"),
                        settings.getProperty("chandlery.migrate.password", ""))
                .jdbcProperties(Binder.get(settings)
                        .bind("chandlery.migrate.data-source-properties", Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of()))
                // A migration that waits for a lock stops every reader behind it: give up soon and be run again.
                .initSql("SET lock_timeout = '5s'")
                .connectRetries(0)
                .cleanDisabled(true)
                .load();
    }

    /// What the database itself said, where it did.
    private static String said(Throwable failed) {
        var cause = failed.getCause();
        for (var depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof PSQLException server && server.getServerErrorMessage() != null) {
                return ": " + server.getServerErrorMessage().getMessage();
            }
        }
        return "";
    }

    private static String firstLine(FlywayException failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
