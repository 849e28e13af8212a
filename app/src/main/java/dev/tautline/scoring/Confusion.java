package dev.tautline.scoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often each fault was taken for what.
public final class Confusion {
    /// Stands where no cause was named.
    public static final String NOTHING = "–";

    private final Map<String, Map<String, Integer>> rows = new TreeMap<>();

    /// Counts the scores of one watcher.
    public static Confusion of(String watcher, List<Score> scores) {
        var confusion = new Confusion();
        scores.stream().filter(score -> score.watcher().equals(watcher)).forEach(confusion::add);
        return confusion;
    }

    /// By fault, then by named cause, how often; both sorted.
    public Map<String, Map<String, Integer>> rows() {
        return rows;
    }

    private void add(Score score) {
        rows.computeIfAbsent(score.trial().fault(), fault -> new TreeMap<>())
                .merge(score.named().orElse(NOTHING), 1, Integer::sum);
    }
}
