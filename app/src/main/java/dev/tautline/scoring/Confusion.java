package dev.tautline.scoring;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was taken for what, by one watcher: a row for each thing that it was, in it how often each first answer came.
public final class Confusion {
    /// It was none of the database, and nobody had to be woken.
    public static final String NO_FAULT = "no fault";

    /// Pages came, and none named a cause.
    public static final String NO_CAUSE = "no cause";

    /// Nobody was woken.
    public static final String NO_PAGE = "no page";

    private final Map<String, Row> rows = new TreeMap<>();

    private Confusion() {}

    /// What a watcher made of one thing, over all trials of it.
    ///
    /// @param right how often the first answer was right: any of its names, or no page where none was called for
    /// @param wrong each other first answer, sorted, with how often it came
    public record Row(int right, Map<String, Integer> wrong) {
        private static final Row EMPTY = new Row(0, Map.of());

        public Row {
            wrong = Collections.unmodifiableSortedMap(new TreeMap<>(wrong));
        }

        public int trials() {
            return right + wrong.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Row and(Score score) {
            return switch (score.answer()) {
                case RIGHT, QUIET, UNFELT -> new Row(right + 1, wrong);
                case WRONG, UNNAMED, MISSED, FALSE_PAGE -> {
                    var more = new TreeMap<>(wrong);
                    more.merge(taken(score), 1, Integer::sum);
                    yield new Row(right, more);
                }
            };
        }
    }

    /// Counts the scores of one watcher.
    public static Confusion of(String watcher, List<Score> scores) {
        var confusion = new Confusion();
        scores.stream()
                .filter(score -> score.watcher().equals(watcher) && score.answer() != Answer.UNFELT)
                .forEach(score -> confusion.rows.compute(
                        truth(score.trial()), (_, row) -> (row == null ? Row.EMPTY : row).and(score)));
        return confusion;
    }

    /// By what it was, sorted: the causes that name it, joined by "or", or [#NO_FAULT].
    public Map<String, Row> rows() {
        return rows;
    }

    private static String truth(Trial trial) {
        return trial.isFault() ? String.join(" or ", new TreeSet<>(trial.causes())) : NO_FAULT;
    }

    private static String taken(Score score) {
        return score.named().orElse(score.answer() == Answer.MISSED ? NO_PAGE : NO_CAUSE);
    }
}
