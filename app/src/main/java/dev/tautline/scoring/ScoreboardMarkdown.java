package dev.tautline.scoring;

import java.util.List;
import java.util.stream.Collectors;

/// A scoreboard as the section of a page: totals, then each fault, then what each watcher took for what.
public final class ScoreboardMarkdown {
    private final Scoreboard board;

    public ScoreboardMarkdown(Scoreboard board) {
        this.board = board;
    }

    public String text() {
        var text = new StringBuilder();
        text.append(
                "| watcher | faults | first named cause right | detected p50 / p99 | after the first one was hurt p50 / p99 | named p50 / p99 |"
                        + " true causes ruled out | false pages | controls kept quiet | felt by nobody, not told |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|\n");
        board.watchers().forEach(watcher -> text.append(totals(Totals.of(watcher, board.scores()))));
        board.watchers().forEach(watcher -> text.append(faults(watcher)));
        board.watchers().forEach(watcher -> text.append(confusion(watcher)));
        if (!board.skipped().isEmpty()) {
            text.append("\nSkipped, and not counted:\n\n");
            board.skipped()
                    .forEach(skipped -> text.append("- `%s`: %s%n".formatted(skipped.fault(), skipped.reason())));
        }
        return text.toString();
    }

    private static String totals(Totals totals) {
        return "| %s | %d | %d (%s) | %s / %s | %s / %s | %s / %s | %d | %d | %d of %d | %d |%n"
                .formatted(
                        totals.watcher(),
                        totals.faults(),
                        totals.right(),
                        ScoreWords.percent(totals.topOne()),
                        ScoreWords.seconds(totals.detected().quantile(0.5)),
                        ScoreWords.seconds(totals.detected().quantile(0.99)),
                        ScoreWords.seconds(totals.detectedAfterFelt().quantile(0.5)),
                        ScoreWords.seconds(totals.detectedAfterFelt().quantile(0.99)),
                        ScoreWords.seconds(totals.named().quantile(0.5)),
                        ScoreWords.seconds(totals.named().quantile(0.99)),
                        totals.wrongRefutations(),
                        totals.falsePages(),
                        totals.quiet(),
                        totals.controls(),
                        totals.unfelt());
    }

    private String faults(String watcher) {
        return "%n| %s on | detected | named | answer |%n|---|---|---|---|%n".formatted(watcher)
                + board.faults().stream()
                        .map(fault -> row(fault, board.of(watcher, fault)))
                        .collect(Collectors.joining());
    }

    private static String row(String fault, List<Score> scores) {
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        fault,
                        ScoreWords.times(scores.stream().map(Score::detectedIn).toList()),
                        ScoreWords.times(scores.stream().map(Score::namedIn).toList()),
                        ScoreWords.answers(scores));
    }

    /// Only what occurred: with as many columns as there are causes nobody could read it.
    private String confusion(String watcher) {
        return "%n| It was | trials | %s was right | took it for |%n|---|---|---|---|%n".formatted(watcher)
                + Confusion.of(watcher, board.scores()).rows().entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String truth, Confusion.Row row) {
        return "| %s | %d | %d | %s |%n"
                .formatted(
                        truth,
                        row.trials(),
                        row.right(),
                        row.wrong().isEmpty()
                                ? "–"
                                : row.wrong().entrySet().stream()
                                        .map(taken -> taken.getKey() + ": " + taken.getValue())
                                        .collect(Collectors.joining(", ")));
    }
}
