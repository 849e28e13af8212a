package dev.tautline.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the program `git` in one folder. What it prints goes to files, so that it never waits for a reader.
final class Git {
    /// The archive of a large repository takes seconds; a git that asks for a password would take for ever.
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /// What git answered.
    record Answer(int code, String out, String err) {
        boolean isGood() {
            return code == 0;
        }
    }

    Answer run(String... arguments) {
        try {
            var out = Files.createTempFile("taut-git", ".out");
            try {
                return run(out, arguments);
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            throw new RevisionUnusable("no temporary file for what git prints: " + e.getMessage());
        }
    }

    /// The same; standard output goes to `out` and is part of the answer.
    private Answer run(Path out, String... arguments) throws IOException {
        var err = Files.createTempFile("taut-git", ".err");
        try {
            var process = start(out, err, arguments);
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new RevisionUnusable(
                        "git " + arguments[0] + " did not end within " + DEADLINE.toSeconds() + " s");
            }
            return new Answer(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RevisionUnusable("interrupted while git " + arguments[0] + " was running");
        } finally {
            Files.deleteIfExists(err);
        }
    }

    private Process start(Path out, Path err, String... arguments) {
        var command = new ArrayList<String>(List.of("git", "--no-pager"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            return builder.start();
        } catch (IOException notInstalled) {
            throw new RevisionUnusable("the program git cannot be started; name two folders, or install git");
        }
    }
}
