package dev.tautline.settings;

import java.nio.file.Path;

/// Where a value came from. Every value in a link has one, so a finding can point at the line to edit.
public sealed interface Origin {
    /// One place in a file. `line` and `column` count from 1; `key` is the key as written there.
    record InFile(Path file, int line, int column, String key) implements Origin {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /// Read from something that runs; `source` says what and how, for example `SHOW max_connections on db-1:5432`.
    record Live(String source) implements Origin {
        @Override
        public String toString() {
            return source;
        }
    }

    /// Nobody set it: the documented default of `product` in `version` (which may be a range such as `6.2.1+`).
    record DocumentedDefault(String product, String version) implements Origin {
        @Override
        public String toString() {
            return "default of " + product + " " + version;
        }
    }
}
