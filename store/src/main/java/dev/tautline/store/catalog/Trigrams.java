package dev.tautline.store.catalog;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The three-letter pieces of a text, each word padded as PostgreSQL's `pg_trgm` does (two blanks before, one after),
/// so that likeness in memory and in the database mean the same. Pure.
record Trigrams(Set<String> pieces) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Trigrams of(String text) {
        var pieces = new HashSet<String>();
        words(text).map(word -> "  " + word + " ").forEach(padded -> {
            for (var at = 0; at + 3 <= padded.length(); at++) {
                pieces.add(padded.substring(at, at + 3));
            }
        });
        return new Trigrams(Set.copyOf(pieces));
    }

    /// The words of a text in lower case: runs of letters and digits.
    static Stream<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    /// Shared pieces among all pieces of both: 0 is strange, 1 is the same.
    double similarityTo(Trigrams other) {
        var shared = shared(other);
        var all = pieces.size() + other.pieces.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /// How much of this is found in the other: 1 when all of it is.
    double within(Trigrams other) {
        return pieces.isEmpty() ? 0 : (double) shared(other) / pieces.size();
    }

    private long shared(Trigrams other) {
        return pieces.stream().filter(other.pieces::contains).count();
    }
}
