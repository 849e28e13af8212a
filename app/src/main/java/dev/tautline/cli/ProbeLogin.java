package dev.tautline.cli;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Secret;
import dev.tautline.targets.Given;
import dev.tautline.targets.ShortText;
import dev.tautline.targets.Unreadable;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// As whom to log in, where the URL is not to decide.
final class ProbeLogin {
    @Option(names = "--user", paramLabel = "NAME", description = "Log in as this role; else the URL's, else PGUSER.")
    private @Nullable String user;

    @Option(names = "--password-env", paramLabel = "NAME", description = "The environment variable with the password.")
    private @Nullable String passwordVariable;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(names = "--ask-password", description = "Ask for the password on the terminal.")
    private boolean askPassword;

    /// @throws UsageException when the password is not where it was said to be
    Given given(Map<String, String> environment, Optional<Expectation> role) {
        if (user != null && user.isBlank()) {
            throw new UsageException("--user is empty; leave it out for the URL's own, else PGUSER");
        }
        return new Given(Optional.ofNullable(user), password(environment), role);
    }

    private Optional<Secret> password(Map<String, String> environment) {
        var variable = passwordVariable;
        var file = passwordFile;
        if ((variable == null ? 0 : 1) + (file == null ? 0 : 1) + (askPassword ? 1 : 0) > 1) {
            throw new UsageException("only one of --password-env, --password-file and --ask-password can be used");
        }
        if (variable != null) {
            return Optional.of(named(environment, variable));
        }
        if (file != null) {
            return Optional.of(firstLine(file));
        }
        return askPassword ? Optional.of(asked()) : Optional.empty();
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

    private static Secret firstLine(Path file) {
        try {
            return Secret.of(ShortText.firstLine(file));
        } catch (IOException e) {
            throw new UsageException("--password-file: " + file + " cannot be read (" + Unreadable.why(file, e) + ")");
        }
    }

    /// JDK 22 to 24 answer a console that is no terminal, others answer null.
    private static Secret asked() {
        var console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new UsageException("--ask-password needs a terminal for input and output;"
                        + " use --password-file or --password-env where there is none"));
        var typed = console.readPassword("Password: ");
        return Secret.of(typed == null ? "" : new String(typed));
    }
}
