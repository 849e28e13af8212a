package dev.tautline.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the valid name that somebody probably meant.
public final class Nearest {
    private Nearest() {}

    /// The candidate with the smallest edit distance to `name`, case apart; empty when none is near: more than a third
    /// of
    /// the letters would have to change, and neither contains the other.
    public static Optional<String> to(String name, Collection<String> candidates) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> isNear(wanted, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String wanted, String candidate) {
        var limit = Math.max(2, Math.min(wanted.length(), candidate.length()) / 3);
        return distance(wanted, candidate) <= limit
                || (wanted.length() > 3 && candidate.contains(wanted))
                || (candidate.length() > 3 && wanted.contains(candidate));
    }

    /// Levenshtein's distance, row by row.
    static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
