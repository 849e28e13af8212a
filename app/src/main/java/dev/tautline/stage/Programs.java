package dev.tautline.stage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the stage's programs are called. All of them see the published names and no other.
final class Programs {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private final StageDirectory directory;
    private final Passwords passwords;
    private final TautHome home;
    private List<String> resolving;

    Programs(StageDirectory directory, Passwords passwords, TautHome home) {
        this.directory = directory;
        this.passwords = passwords;
        this.home = home;
        // The JDK then asks this file and no name server (java.net.InetAddress, "Host Name Resolution").
        this.resolving = List.of("-Djdk.net.hosts.file=" + directory.hosts());
    }

    /// JVM options by which all that is started from now on looks names up.
    void resolveBy(List<String> options) {
        resolving = List.copyOf(options);
    }

    Launch migrate(String databaseUrl) {
        return launch(
                "migrate",
                store("migrate", "--chandlery.migrate.url=" + databaseUrl),
                passwords.environment(Passwords.Use.OWNER),
                List.of("-Xmx256m"),
                null);
    }

    /// Its last line is the invitation.
    Launch invite(String databaseUrl, URI shop, String email, String role) {
        return launch(
                "invite",
                store(
                        "invite",
                        "--email=" + email,
                        "--name=" + email,
                        "--role=" + role,
                        "--spring.datasource.url=" + databaseUrl,
                        "--chandlery.public-url=" + shop),
                passwords.environment(Passwords.Use.SHOP, Passwords.Use.COOKIES),
                List.of("-Xmx256m"),
                null);
    }

    /// @param shop is told what happened to payments; null when nobody wants to be
    Launch payments(int port, URI health, @Nullable URI shop) {
        var arguments = new ArrayList<>(List.of("simulate-payments", "--port", Integer.toString(port)));
        if (shop != null) {
            arguments.addAll(
                    List.of("--webhook-url", shop.resolve("/webhooks/payments").toString()));
        }
        return launch(
                "payments",
                store(arguments.toArray(String[]::new)),
                passwords.environment(Passwords.Use.WEBHOOKS),
                List.of("-Xmx128m"),
                health);
    }

    Launch store(StoreSettings given) {
        var data = directory.root().resolve(given.name()).resolve("data");
        var settings = given.with("chandlery.data-directory", data.toString());
        var file = write(settings.name(), "application.yml", settings.yaml());
        // The JVM would begin with a 64th of the machine's memory, and touch a third of that before it collects
        // anything.
        var options = new ArrayList<>(List.of("-Xms64m", "-Xmx512m"));
        options.addAll(settings.jvmOptions());
        return launch(
                settings.name(),
                store("serve", "--spring.config.additional-location=file:%s/".formatted(file.getParent())),
                passwords.environment(Passwords.Use.SHOP, Passwords.Use.COOKIES, Passwords.Use.WEBHOOKS),
                options,
                StoreProcess.managementUrl(settings, "health/readiness"));
    }

    /// The guard is this very program, with its class path, in another process.
    Launch guard(GuardSettings settings, URI health) {
        var file = write("guard", "taut.yaml", settings.yaml());
        var program = new ArrayList<>(List.of(
                "-cp", System.getProperty("java.class.path"), "dev.tautline.cli.Main", "watch", file.toString()));
        if (settings.gameDay()) {
            program.addAll(List.of("--game-day", directory.root().toString()));
        }
        return launch(
                "guard",
                program,
                settings.gameDay()
                        ? passwords.environment(Passwords.Use.GUARD, Passwords.Use.OPERATOR)
                        : passwords.environment(Passwords.Use.GUARD),
                List.of("-Xmx256m", "-Dtaut.home=" + home.root()),
                health);
    }

    /// A program that is no JVM: it does not see the published names.
    Launch foreign(ForeignProgram program) {
        var folder = directory.root().resolve(program.name());
        program.files().forEach((file, content) -> write(program.name(), file, content));
        var environment = new LinkedHashMap<>(program.environment());
        program.passwordVariable()
                .ifPresent(variable -> environment.put(
                        variable, passwords.of(Passwords.Use.GUARD).reveal()));
        return new Launch(
                program.name(),
                program.commandIn(folder),
                environment,
                directory.log(program.name()),
                program.health(),
                START_TIMEOUT);
    }

    private List<String> store(String... arguments) {
        var program = new ArrayList<>(List.of("-jar", home.storeJar().toString()));
        program.addAll(List.of(arguments));
        return program;
    }

    private Launch launch(
            String name,
            List<String> program,
            Map<String, String> environment,
            List<String> options,
            @Nullable URI health) {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                StaleProcesses.marker(directory.root()),
                "-XX:+UseSerialGC",
                // On two processors the second compiler takes longer to warm up than these processes live.
                "-XX:TieredStopAtLevel=1",
                // On two processors, virtual threads that wait for a class may keep all carriers (JDK-8369238).
                "-Djdk.virtualThreadScheduler.parallelism=64",
                "--enable-native-access=ALL-UNNAMED"));
        all.addAll(resolving);
        all.addAll(options);
        all.addAll(program);
        return new Launch(name, all, environment, directory.log(name), health, START_TIMEOUT);
    }

    private Path write(String program, String file, String content) {
        var path = directory.root().resolve(program).resolve(file);
        try {
            Files.createDirectories(path.getParent());
            return Files.writeString(path, content);
        } catch (IOException failure) {
            throw new StageRefused("cannot write %s: %s".formatted(path, failure), failure);
        }
    }
}
