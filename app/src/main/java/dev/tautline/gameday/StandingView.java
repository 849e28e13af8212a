package dev.tautline.gameday;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the game stands, as the page gets it: nothing in it tells what is still to be guessed.
///
/// @param round the one that runs; null when none does
/// @param rounds those that are over, the oldest first
/// @param trouble why the last injection or healing did not succeed
record StandingView(
        @Nullable RoundView round,
        List<RoundView> rounds,
        @Nullable String trouble,
        boolean guardAnswers) {
    static StandingView of(GameDay.Standing standing) {
        return new StandingView(
                standing.present().map(RoundView::of).orElse(null),
                standing.over().stream().map(RoundView::of).toList(),
                standing.trouble().orElse(null),
                standing.guardAnswers());
    }
}
