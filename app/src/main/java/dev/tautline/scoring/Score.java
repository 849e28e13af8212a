package dev.tautline.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One watcher on one trial.
///
/// @param detectedIn from the onset to the first page, 0 when that came while it was being injected; empty without one
/// @param detectedAfterFelt from when the first one was hurt to the first page, 0 when that came before; empty without
/// either
/// @param namedIn from the onset to the first page that names a cause, whether right or wrong; empty without one
/// @param named the cause that was named first
/// @param wronglyRuledOut true causes that a page excluded
/// @param falsePages incidents that were told although nothing was wrong: before it began, or for what is no fault
public record Score(
        String watcher,
        Trial trial,
        Answer answer,
        Optional<Duration> detectedIn,
        Optional<Duration> detectedAfterFelt,
        Optional<Duration> namedIn,
        Optional<String> named,
        Set<String> wronglyRuledOut,
        int falsePages) {
    public Score {
        wronglyRuledOut = Set.copyOf(wronglyRuledOut);
    }

    /// Scores the pages that a watcher sent since the trial before this one, late ones after the healing included.
    public static Score of(String watcher, Trial trial, List<Page> pages) {
        var own = pages.stream()
                .filter(page -> page.watcher().equals(watcher) && page.firing())
                .sorted(Comparator.comparing(Page::at))
                .toList();
        var due =
                own.stream().filter(page -> !page.at().isBefore(trial.begun())).toList();
        var named = due.stream().filter(page -> page.cause().isPresent()).findFirst();
        return new Score(
                watcher,
                trial,
                answer(trial, due, named),
                due.stream().findFirst().map(page -> since(trial.onset(), page)),
                due.stream().findFirst().flatMap(page -> trial.felt().map(felt -> since(felt, page))),
                named.map(page -> since(trial.onset(), page)),
                named.flatMap(Page::cause),
                wronglyRuledOut(trial, due),
                incidents(trial.isFault() ? early(own, trial) : own));
    }

    private static Answer answer(Trial trial, List<Page> due, Optional<Page> named) {
        if (!trial.isFault()) {
            return due.isEmpty() ? Answer.QUIET : Answer.FALSE_PAGE;
        }
        if (due.isEmpty()) {
            return trial.callsForPage() ? Answer.MISSED : Answer.UNFELT;
        }
        return named.flatMap(Page::cause)
                .map(cause -> trial.causes().contains(cause) ? Answer.RIGHT : Answer.WRONG)
                .orElse(Answer.UNNAMED);
    }

    private static Set<String> wronglyRuledOut(Trial trial, List<Page> due) {
        var wrong = new TreeSet<String>();
        due.forEach(page -> wrong.addAll(page.ruledOut()));
        // With two acceptable names for one thing, to exclude one of them is right when the other is named.
        wrong.retainAll(trial.causes().size() == 1 ? trial.causes() : Set.of());
        return wrong;
    }

    private static List<Page> early(List<Page> own, Trial trial) {
        return own.stream().filter(page -> page.at().isBefore(trial.begun())).toList();
    }

    private static int incidents(List<Page> pages) {
        return (int) pages.stream().map(Page::key).distinct().count();
    }

    private static Duration since(Instant onset, Page page) {
        var since = Duration.between(onset, page.at());
        return since.isNegative() ? Duration.ZERO : since;
    }
}
