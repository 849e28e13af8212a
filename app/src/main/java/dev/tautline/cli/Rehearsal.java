package dev.tautline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What the launcher runs, unseen, so that the JVM can note in its start-up cache which classes the commands load.
/// Only commands that end by themselves and stay on this machine belong here; and what few runs need (the JSON of
/// Jackson) costs every other run more than it saves, for all that is in the cache is loaded at once.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        for (var line : lines(System.getProperty("taut.home", "."))) {
            rehearse(line);
        }
        try (var server = new RehearsalServer()) {
            rehearse(List.of("probe", server.url()));
        }
    }

    /// As the program itself runs it, down to its streams.
    private static void rehearse(List<String> line) {
        Main.run(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), line.toArray(String[]::new));
    }

    private static List<List<String>> lines(String home) {
        return List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("unknown"),
                List.of("completion"),
                List.of("rules"),
                List.of("explain", "missing-login-timeout"),
                List.of("check", home + "/store"),
                List.of("check", home + "/examples"),
                List.of("effective", home + "/store"));
    }
}
