package dev.tautline.cli;

import dev.tautline.dashboard.access.Passwords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taut password-hash`: what `taut.yaml` holds of a dashboard user's password.
@InGroup(CommandGroup.RUN)
@Command(
        name = "password-hash",
        mixinStandardHelpOptions = true,
        description =
                "Hash a password of the dashboard (argon2id) for taut.yaml; read from the terminal or standard input.")
final class PasswordHashCommand implements Callable<Integer> {
    private static final int FEWEST_CHARACTERS = 12;
    private static final int MOST_CHARACTERS = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var password = asked();
        if (password == null || password.length() < FEWEST_CHARACTERS || password.length() > MOST_CHARACTERS) {
            throw new UsageException("password-hash: a password of " + FEWEST_CHARACTERS + " to " + MOST_CHARACTERS
                    + " characters is expected on standard input");
        }
        spec.commandLine().getOut().println(Passwords.hash(password));
        spec.commandLine().getOut().flush();
        return ExitCode.CLEAN;
    }

    private static @Nullable String asked() throws IOException {
        if (Screen.isTerminal()) {
            return Optional.ofNullable(System.console())
                    .map(console -> console.readPassword("Password: "))
                    .map(String::new)
                    .orElse(null);
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}
