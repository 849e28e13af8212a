package dev.tautline.cli;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Secret;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbcurlresolver.PgPassParser;

/// Where the password comes from, the first that has one: the named variable or the terminal, the URL, PGPASSWORD,
/// and the driver's own reading of the password file (PGPASSFILE or `~/.pgpass`).
final class ProbePassword {
    private final Map<String, String> environment;
    private final @Nullable Secret given;

    /// @throws UsageException when the named variable is not set
    ProbePassword(Map<String, String> environment, @Nullable String variable, @Nullable Console terminal) {
        this.environment = environment;
        this.given = variable != null ? named(environment, variable) : terminal == null ? null : asked(terminal);
    }

    @Nullable
    Secret of(ProbeTarget target, ProbeUrl url) {
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(url.password()))
                .or(() -> Optional.ofNullable(environment.get("PGPASSWORD")).map(Secret::of))
                .or(() -> fromFile(target))
                .orElse(null);
    }

    private static Secret named(Map<String, String> environment, String variable) {
        var value = environment.get(variable);
        if (value == null) {
            throw new UsageException("--password-env: the variable '" + variable + "' is not set"
                    + Nearest.to(variable, environment.keySet())
                            .map(near -> "; nearest: '" + near + "'")
                            .orElse(""));
        }
        return Secret.of(value);
    }

    private static Secret asked(Console terminal) {
        var typed = terminal.readPassword("Password: ");
        return Secret.of(typed == null ? "" : new String(typed));
    }

    private static Optional<Secret> fromFile(ProbeTarget target) {
        var found = PgPassParser.getPassword(
                target.host(), Integer.toString(target.port()), target.database(), target.user());
        return Optional.ofNullable(found).map(Secret::of);
    }
}
