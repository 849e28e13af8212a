package dev.tautline.settings;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// Where a value came from. Every value in a link has one, so a finding can point at the line to edit.
public sealed interface Origin {
    /// By file, line and column; what stands in no file comes first.
    static Comparator<Origin> byPlace() {
        return Comparator.<Origin, String>comparing(origin ->
                        origin.place().map(place -> place.file().toString()).orElse(""))
                .thenComparing(origin -> origin.place().map(InFile::line).orElse(0))
                .thenComparing(origin -> origin.place().map(InFile::column).orElse(0))
                .thenComparing(Origin::toString);
    }

    /// One place in a file. `line` and `column` count from 1; `key` is the key as written there.
    record InFile(Path file, int line, int column, String key) implements Origin {
        /// The place `columns` further right on the same line: a part of the value that starts here.
        public InFile plusColumns(int columns) {
            return new InFile(file, line, column + columns, key);
        }

        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /// An environment variable: either it overrides a key outright, or a placeholder in a file asks for it.
    record Environment(String variable, Optional<InFile> through) implements Origin {
        @Override
        public String toString() {
            return through.map(place -> place + " from ").orElse("") + "environment variable " + variable;
        }
    }

    /// Typed by a person, for example on the command line; `what` says where.
    record Given(String what) implements Origin {
        @Override
        public String toString() {
            return what;
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

    /// Whether what stands there must not be shown, whatever it is used for: a value of a Secret, for example.
    default boolean isOfSecret() {
        return place().filter(place -> Written.namesSecret(place.key())).isPresent();
    }

    /// The place in a file that a person would edit to change the value, when there is one.
    default Optional<InFile> place() {
        return switch (this) {
            case InFile inFile -> Optional.of(inFile);
            case Environment environment -> environment.through();
            case Given ignored -> Optional.empty();
            case Live ignored -> Optional.empty();
            case DocumentedDefault ignored -> Optional.empty();
        };
    }
}
