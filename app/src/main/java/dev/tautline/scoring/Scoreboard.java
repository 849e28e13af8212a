package dev.tautline.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// All scores of a run, and what could not be injected.
///
/// @param skipped faults that could not be injected here, each with its reason; never counted as passed
public record Scoreboard(List<Score> scores, List<Skipped> skipped) {
    public Scoreboard {
        scores = List.copyOf(scores);
        skipped = List.copyOf(skipped);
    }

    /// @param reason what is missing, for people
    public record Skipped(String fault, String reason) {}

    /// In the order in which they first appear.
    public List<String> watchers() {
        return new ArrayList<>(
                new LinkedHashSet<>(scores.stream().map(Score::watcher).toList()));
    }

    /// In the order in which they first appear.
    public List<String> faults() {
        return new ArrayList<>(new LinkedHashSet<>(
                scores.stream().map(score -> score.trial().fault()).toList()));
    }

    public List<Score> of(String watcher, String fault) {
        return scores.stream()
                .filter(score ->
                        score.watcher().equals(watcher) && score.trial().fault().equals(fault))
                .toList();
    }
}
