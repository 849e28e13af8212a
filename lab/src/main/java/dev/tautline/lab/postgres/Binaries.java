package dev.tautline.lab.postgres;

import java.nio.file.Path;

/// The unpacked server programs. They find their libraries and shared files relative to themselves.
record Binaries(Path home) {
    String initdb() {
        return program("initdb");
    }

    String postgres() {
        return program("postgres");
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
