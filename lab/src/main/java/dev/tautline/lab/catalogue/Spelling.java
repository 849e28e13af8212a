package dev.tautline.lab.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Names as people type them, and the nearest one to a mistyped one.
final class Spelling {
    private static final int MOST_SLIPS = 3;

    private Spelling() {}

    /// `PoolTooSmall` and `poolTooSmall` are `pool-too-small`.
    static String kebab(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// `; nearest: 'latency'`, or nothing when none is near.
    static String nearest(String typed, Collection<String> known) {
        return near(typed, known).map("; nearest: '%s'"::formatted).orElse("");
    }

    private static Optional<String> near(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= MOST_SLIPS || name.contains(typed));
    }

    /// Levenshtein's.
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
