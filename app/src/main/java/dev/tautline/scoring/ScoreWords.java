package dev.tautline.scoring;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Scores as people read them.
final class ScoreWords {
    private ScoreWords() {}

    /// One decimal of a second; a dash where it never came.
    static String seconds(Optional<Duration> time) {
        return time.map(known -> String.format(Locale.ROOT, "%.1f s", known.toMillis() / 1000.0))
                .orElse("–");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /// Median and highest of the times of one fault over its seeds, or the one time there is.
    static String times(List<Optional<Duration>> all) {
        var times = Times.of(all);
        return all.size() == 1
                ? seconds(all.getFirst())
                : seconds(times.quantile(0.5)) + " / " + seconds(times.quantile(1));
    }

    /// How often each answer came: "right", or "2 right, 1 wrong (slow-database)".
    static String answers(List<Score> scores) {
        return List.of(Answer.values()).stream()
                .map(answer -> answers(answer, scores))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String answers(Answer answer, List<Score> scores) {
        var given = scores.stream().filter(score -> score.answer() == answer).toList();
        if (given.isEmpty()) {
            return "";
        }
        var count = scores.size() == 1 ? "" : given.size() + " ";
        return count + word(answer) + taken(answer, given);
    }

    /// What it was taken for, when that is not what it is.
    private static String taken(Answer answer, List<Score> scores) {
        Collection<String> named = scores.stream()
                .flatMap(score -> score.named().stream())
                .sorted()
                .distinct()
                .toList();
        return answer == Answer.RIGHT || named.isEmpty() ? "" : " (" + String.join(", ", named) + ")";
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case RIGHT -> "right";
            case WRONG -> "wrong";
            case UNNAMED -> "not named";
            case MISSED -> "missed";
            case UNFELT -> "felt by nobody, no page";
            case QUIET -> "quiet";
            case FALSE_PAGE -> "false page";
        };
    }
}
