package dev.tautline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the launcher runs, unseen, so that the JVM can note in its start-up cache which classes the commands load.
/// Only commands that end by themselves and stay on this machine belong here.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        System.setOut(silence());
        System.setErr(silence());
        for (var line : lines(System.getProperty("taut.home", "."))) {
            rehearse(line);
        }
        try (var server = new RehearsalServer()) {
            rehearse(List.of("probe", server.url()));
        }
    }

    private static void rehearse(List<String> line) {
        var arguments = line.toArray(String[]::new);
        Main.commandLineFor(arguments).execute(arguments);
    }

    private static List<List<String>> lines(String home) {
        return List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("unknown"),
                List.of("completion"),
                List.of("rules"),
                List.of("explain", "missing-login-timeout"),
                List.of("check", home + "/examples/pool-too-small/broken"),
                List.of("check", home + "/store/src/main/resources"));
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
