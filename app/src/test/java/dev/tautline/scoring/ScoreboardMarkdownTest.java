package dev.tautline.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreboardMarkdownTest {
    private static final Instant ONSET = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void showsTotalsThenEachFaultThenWhatWasTakenForWhatAndWhatWasSkipped() {
        var scores = new ArrayList<Score>();
        for (int seed = 1; seed <= 2; seed++) {
            var stopped = new Trial(
                    "server-stopped",
                    seed,
                    ONSET,
                    ONSET,
                    ONSET.plusSeconds(20),
                    Set.of("server-down"),
                    false,
                    Optional.of(ONSET));
            var cause = seed == 1 ? "server-down" : "blocked-route";
            scores.add(Score.of("tautline", stopped, List.of(page("tautline", seed, cause))));
            scores.add(Score.of("prometheus", stopped, List.of()));
        }
        var surge =
                new Trial("visitors-surge", 1, ONSET, ONSET, ONSET.plusSeconds(20), Set.of(), false, Optional.empty());
        scores.add(Score.of("tautline", surge, List.of()));
        var harmless = new Trial(
                "index-dropped",
                1,
                ONSET,
                ONSET,
                ONSET.plusSeconds(20),
                Set.of("changed-plan"),
                false,
                Optional.empty());
        scores.add(Score.of("tautline", harmless, List.of()));
        var board = new Scoreboard(scores, List.of(new Scoreboard.Skipped("disk-full", "no tmpfs here")));

        assertThat(new ScoreboardMarkdown(board).text().lines())
                .contains(
                        "| tautline | 2 | 1 (50 %) | 1.0 s / 2.0 s | 1.0 s / 2.0 s | 1.0 s / 2.0 s | 0 | 0 | 1 of 1 | 1 |",
                        "| prometheus | 2 | 0 (0 %) | – / – | – / – | – / – | 0 | 0 | 0 of 0 | 0 |",
                        "| server-stopped | 1.0 s / 2.0 s | 1.0 s / 2.0 s | 1 right, 1 wrong (blocked-route) |",
                        "| server-stopped | – / – | – / – | 2 missed |",
                        "| visitors-surge | – | – | quiet |",
                        "| index-dropped | – | – | felt by nobody, no page |",
                        "| It was | trials | tautline was right | took it for |",
                        "| server-down | 2 | 1 | blocked-route: 1 |",
                        "| no fault | 1 | 1 | – |",
                        "| It was | trials | prometheus was right | took it for |",
                        "| server-down | 2 | 0 | no page: 2 |",
                        "- `disk-full`: no tmpfs here");
    }

    private static Page page(String watcher, int second, String cause) {
        return new Page(watcher, "1", ONSET.plusSeconds(second), true, "t", Optional.of(cause), Set.of());
    }
}
