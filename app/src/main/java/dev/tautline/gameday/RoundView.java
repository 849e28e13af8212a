package dev.tautline.gameday;

import dev.tautline.gameday.ChoicesView.CauseChoice;
import dev.tautline.published.GuardIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One round, as the page gets it. Times are milliseconds from the moment when the fault struck.
///
/// @param fault null while it is to be guessed
/// @param guess null for who has not guessed yet, or had nothing to guess
record RoundView(
        int number,
        String begin,
        String phase,
        boolean revealed,
        Instant struckAt,
        @Nullable Long lastedMillis,
        @Nullable FaultView fault,
        @Nullable GuessView guess,
        GuardView guard) {

    /// @param mustSpeak the right answers; empty when nothing is wrong with the database
    /// @param page of the fault, as Markdown
    record FaultView(String id, String written, String title, String group, List<CauseChoice> mustSpeak, String page) {}

    /// @param cause null for who gave up, and for "nothing is wrong"
    record GuessView(@Nullable CauseChoice cause, boolean gaveUp, long afterMillis, boolean right) {}

    /// @param cause null while the fault is to be guessed, and when none is named
    /// @param right null while nothing can be said of it
    record GuardView(
            @Nullable Long detectedMillis,
            @Nullable Long namedMillis,
            @Nullable String incident,
            GuardIncident.@Nullable Cause cause,
            List<String> ruledOut,
            @Nullable Boolean right) {}

    static RoundView of(Round round) {
        return new RoundView(
                round.number(),
                round.begin().name().toLowerCase(Locale.ROOT),
                round.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                round.revealed(),
                round.struckAt(),
                after(round, round.healedAt()),
                round.revealed() ? fault(round) : null,
                round.guess().map(guess -> guess(round, guess)).orElse(null),
                guard(round));
    }

    private static FaultView fault(Round round) {
        var page = round.kind().page();
        return new FaultView(
                round.kind().id(),
                round.written(),
                page.title(),
                round.kind().group().name().toLowerCase(Locale.ROOT),
                page.mustSpeak().stream()
                        .map(id -> CauseChoice.of(Choices.cause(id)))
                        .toList(),
                page.text());
    }

    private static GuessView guess(Round round, Guess guess) {
        return new GuessView(
                guess.cause()
                        .filter(id -> !id.equals(Guess.NOTHING_WRONG))
                        .map(id -> CauseChoice.of(Choices.cause(id)))
                        .orElse(null),
                guess.cause().isEmpty(),
                millis(round, guess.at()),
                guess.right());
    }

    private static GuardView guard(Round round) {
        var said = round.guard();
        boolean open = round.revealed();
        return new GuardView(
                after(round, said.detectedAt()),
                after(round, said.namedAt()),
                open ? said.named().map(GuardIncident::id).orElse(null) : null,
                open ? said.named().map(GuardIncident::cause).orElse(null) : null,
                open
                        ? said.named().stream()
                                .flatMap(incident -> incident.ruledOut().stream())
                                .map(GuardIncident.RuledOut::title)
                                .toList()
                        : List.of(),
                open ? round.guardIsRight().orElse(null) : null);
    }

    private static @Nullable Long after(Round round, Optional<Instant> at) {
        return at.map(instant -> millis(round, instant)).orElse(null);
    }

    private static long millis(Round round, Instant at) {
        return Math.max(0, Duration.between(round.struckAt(), at).toMillis());
    }
}
