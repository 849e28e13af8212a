package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The unpacked server programs. They find their libraries and shared files relative to themselves.
record Binaries(Path home) {
    String initdb() {
        return program("initdb");
    }

    String postgres() {
        return program("postgres");
    }

    /// 18 of the line `# PostgreSQL 18`, with which the catalogue's first contents begin in every version.
    int majorVersion() {
        var catalogue = home.resolve("share").resolve("postgresql").resolve("postgres.bki");
        try (var lines = Files.lines(catalogue)) {
            return Integer.parseInt(lines.findFirst().orElse("").replaceAll("[^0-9]", ""));
        } catch (IOException | NumberFormatException unreadable) {
            throw new ClusterFailed("Cannot tell the version of the programs by " + catalogue, unreadable);
        }
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
