package dev.tautline.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the valid name that somebody probably meant.
public final class Nearest {
    private static final int LONG = 10;

    private Nearest() {}

    /// The candidate with the smallest edit distance to `name`, case apart; empty when none is near: more than a third
    /// of the letters would have to change, and neither contains the other.
    public static Optional<String> to(String name, Collection<String> candidates) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> isNear(wanted, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// Whether `written` is `name` with one slip of the pen, or two in a long name; case, dashes and underscores apart.
    public static boolean isSlip(String written, String name) {
        var meant = Vocabulary.squash(name);
        return distance(Vocabulary.squash(written), meant) <= (meant.length() < LONG ? 1 : 2);
    }

    private static boolean isNear(String wanted, String candidate) {
        var letters = (int) candidate.chars().filter(Character::isLetterOrDigit).count();
        return distance(wanted, candidate) <= Math.max(1, letters / 3)
                || (wanted.length() > 3 && candidate.contains(wanted))
                || (candidate.length() > 3 && wanted.contains(candidate));
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that turn `a` into `b`.
    static int distance(String a, String b) {
        var distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, distance);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] distance) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(distance[i - 1][j] + 1, distance[i][j - 1] + 1);
        least = Math.min(least, distance[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
            least = Math.min(least, distance[i - 2][j - 2] + 1);
        }
        return least;
    }
}
