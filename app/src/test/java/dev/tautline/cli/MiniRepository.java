package dev.tautline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A repository with the real launcher, a Maven that only pretends to build, and JDKs that only print how they were
/// started. The launcher sees nothing of the machine but the few tools that it may rely on.
final class MiniRepository {
    /// What a successful build leaves behind.
    static final String BUILDS_BOTH_JARS =
            "mkdir -p app/target store/target && : >app/target/taut.jar && : >store/target/chandlery.jar";

    private static final List<String> TOOLS = List.of(
            "dirname",
            "find",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mkfifo",
            "mv",
            "nice",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "uname");
    private static final long DEADLINE_SECONDS = 20;

    private final Path base;
    final Path root;
    final Path jdks;

    record Outcome(int code, String out, String err) {}

    MiniRepository(Path base) throws IOException {
        this.base = base;
        root = Files.createDirectories(base.resolve("a repository"));
        jdks = Files.createDirectories(base.resolve("jdks"));
        Files.copy(Path.of("..", "taut"), root.resolve("taut"));
        executable(root.resolve("taut"));
        lendTools();
        write("pom.xml", "<project/>");
        write("core/pom.xml", "<project/>");
        write("core/src/main/java/A.java", "class A {}");
        maven(BUILDS_BOTH_JARS);
    }

    Path tools() {
        return base.resolve("bin");
    }

    Path work() {
        return root.resolve("target/launcher");
    }

    /// Makes `mvnw` count its runs, name two modules as Maven does, and then do `step`.
    void maven(String step) throws IOException {
        script(root.resolve("mvnw"), """
                echo "$*" >>builds
                echo '[INFO] Building Tautline Core 0.1.0-SNAPSHOT               [1/2]'
                echo '[INFO] Building jar: core.jar'
                echo '[INFO] Building Tautline App 0.1.0-SNAPSHOT                [2/2]'
                %s
                """.formatted(step));
    }

    int builds() throws IOException {
        var builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /// A JDK whose `java` does `step`; it makes the start-up cache when asked to, as the real one would.
    Path jdk(String name, String version, String step) throws IOException {
        var home = jdks.resolve(name);
        script(home.resolve("bin/java"), """
                for option; do
                    case $option in -XX:AOTCacheOutput=*) echo cache >"${option#*=}"; exit ;; esac
                done
                %s
                """.formatted(step));
        script(home.resolve("bin/javac"), "");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /// A JDK that prints its own folder and its arguments, one on each line.
    Path jdk(String name, String version) throws IOException {
        return jdk(name, version, "printf '%s\\n' \"$0\" \"$@\"");
    }

    void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /// Dates a file or folder clearly after the last build: the tests are quicker than some file systems' clocks.
    void touch(String file) throws IOException {
        Files.setLastModifiedTime(
                root.resolve(file), FileTime.from(Instant.now().plusSeconds(5)));
    }

    /// As if the last build had been an hour later than everything in the repository.
    void dateBuildAfterSources() throws IOException {
        var later = FileTime.from(Instant.now().plusSeconds(2));
        Files.setLastModifiedTime(work().resolve("built"), later);
    }

    Outcome taut(String... arguments) throws IOException, InterruptedException {
        return taut(Map.of(), arguments);
    }

    Outcome taut(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return await(start(root.resolve("taut"), environment, arguments));
    }

    Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).directory(base.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        var given = builder.environment();
        given.clear();
        given.put("PATH", tools().toString());
        given.put("HOME", base.toString());
        given.put("TAUT_JVM_DIR", jdks.toString());
        given.put("TAUT_AOT", "off");
        given.putAll(environment);
        return builder.start();
    }

    /// Both streams hold a few lines only, so they cannot fill a pipe while the process is waited for.
    static Outcome await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end within " + DEADLINE_SECONDS + " s");
        }
        return new Outcome(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private void lendTools() throws IOException {
        Files.createDirectories(tools());
        for (var tool : TOOLS) {
            var real = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("this machine has no " + tool));
            script(tools().resolve(tool), "exec '" + real + "' \"$@\"\n");
        }
    }

    static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
