package dev.tautline.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The valid word that somebody probably meant.
final class Nearest {
    private Nearest() {}

    /// The closest of `valid`, if one is close: at most a third of the letters differ, or one begins with the other.
    static Optional<String> to(String typed, Collection<String> valid) {
        var word = typed.toLowerCase(Locale.ROOT);
        return valid.stream()
                .filter(candidate -> isClose(word, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String candidate) -> edits(word, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isClose(String typed, String candidate) {
        var letters = (int) candidate.chars().filter(Character::isLetterOrDigit).count();
        return edits(typed, candidate) <= Math.max(1, letters / 3)
                || (typed.length() > 2 && (candidate.startsWith(typed) || typed.startsWith(candidate)));
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that turn `a` into `b`.
    private static int edits(String a, String b) {
        var distance = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, distance);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] distance) {
        var same = a.charAt(i - 1) == b.charAt(j - 1);
        var least = Math.min(distance[i - 1][j] + 1, distance[i][j - 1] + 1);
        least = Math.min(least, distance[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
            least = Math.min(least, distance[i - 2][j - 2] + 1);
        }
        return least;
    }
}
