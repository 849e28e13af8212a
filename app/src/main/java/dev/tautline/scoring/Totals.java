package dev.tautline.scoring;

import java.util.List;

/// A watcher over many trials.
///
/// @param faults trials of a fault that somebody felt, that was to be foreseen, or that was told
/// @param unfelt those of a fault that nobody felt and nobody told: they count for nothing
/// @param right those whose first named cause is the true one
/// @param wrongRefutations true causes that were excluded, summed over the trials
/// @param falsePages incidents told although nothing was wrong
/// @param detectedAfterFelt over those faults by which somebody was hurt before they were named
/// @param controls trials that are no fault of the database
/// @param quiet controls for which nobody was woken
public record Totals(
        String watcher,
        int faults,
        int unfelt,
        int right,
        int wrongRefutations,
        int falsePages,
        int controls,
        int quiet,
        Times detected,
        Times detectedAfterFelt,
        Times named) {

    /// Sums up the scores of one watcher.
    public static Totals of(String watcher, List<Score> scores) {
        var own =
                scores.stream().filter(score -> score.watcher().equals(watcher)).toList();
        var told = own.stream().filter(score -> score.answer() != Answer.UNFELT).toList();
        var faults = told.stream().filter(score -> score.trial().isFault()).toList();
        return new Totals(
                watcher,
                faults.size(),
                own.size() - told.size(),
                count(faults, Answer.RIGHT),
                own.stream().mapToInt(score -> score.wronglyRuledOut().size()).sum(),
                own.stream().mapToInt(Score::falsePages).sum(),
                told.size() - faults.size(),
                count(own, Answer.QUIET),
                Times.of(faults.stream().map(Score::detectedIn).toList()),
                Times.of(faults.stream()
                        .filter(score -> score.trial().felt().isPresent())
                        .map(Score::detectedAfterFelt)
                        .toList()),
                Times.of(faults.stream().map(Score::namedIn).toList()));
    }

    /// The share of the faults whose first named cause is the true one, 0 to 1; 0 without a fault.
    public double topOne() {
        return faults == 0 ? 0 : (double) right / faults;
    }

    private static int count(List<Score> scores, Answer answer) {
        return (int) scores.stream().filter(score -> score.answer() == answer).count();
    }
}
