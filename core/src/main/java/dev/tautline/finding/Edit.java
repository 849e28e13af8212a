package dev.tautline.finding;

import dev.tautline.settings.Origin;

/// The exact change of a file that mends a finding. `key` and `value` are as they must be written; `at` is the place to
/// change, or the place beside which to add.
public sealed interface Edit {
    Origin at();

    /// Write another value for a key that is there.
    record Replace(Origin at, String key, String value) implements Edit {
        @Override
        public String toString() {
            return "change to " + key + ": " + value + where(at);
        }
    }

    /// Write a key that is missing.
    record Add(Origin at, String key, String value) implements Edit {
        @Override
        public String toString() {
            return "add " + key + ": " + value + where(at);
        }
    }

    /// Write another name for a key that is there, with the same value.
    record Rename(Origin at, String key, String name) implements Edit {
        @Override
        public String toString() {
            return "rename " + key + " to " + name + where(at);
        }
    }

    /// Take a key away.
    record Remove(Origin at, String key) implements Edit {
        @Override
        public String toString() {
            return "remove " + key + where(at);
        }
    }

    /// Append a parameter to a JDBC URL.
    record AddParameter(Origin at, String name, String value) implements Edit {
        @Override
        public String toString() {
            return "append " + name + "=" + value + " to the URL" + where(at);
        }
    }

    /// A change that needs a person's decision, in words.
    record Decide(Origin at, String what) implements Edit {
        @Override
        public String toString() {
            return what + where(at);
        }
    }

    private static String where(Origin at) {
        return at.place().map(place -> " (" + place + ")").orElse("");
    }
}
