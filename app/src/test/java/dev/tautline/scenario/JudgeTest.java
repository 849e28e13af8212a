package dev.tautline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.published.GuardIncident;
import dev.tautline.published.GuardIncident.Cause;
import dev.tautline.published.GuardIncident.Impact;
import dev.tautline.published.GuardIncident.RuledOut;
import dev.tautline.scenario.Expectation.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant ONSET = Instant.parse("2026-11-29T10:00:00Z");
    private static final Named EXPECTED = new Named(
            Duration.ofSeconds(3),
            Set.of("server-down"),
            Optional.of("db-1"),
            Duration.ofSeconds(10),
            Set.of("traffic-spike"),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60));

    @Test
    void isContentWithTheRightNameInTime() {
        var seen = List.of(incident("1", 2, 4, "server-down", "db-1", "traffic-spike"));

        assertThat(Judge.shortfalls(EXPECTED, seen, ONSET)).isEmpty();
        assertThat(Judge.isAnswered(EXPECTED, seen)).isTrue();
    }

    @Test
    void saysWhatCameTooLateAndWhatWasNotRuledOut() {
        assertThat(Judge.shortfalls(EXPECTED, List.of(incident("1", 5, 12, "server-down", "db-1")), ONSET))
                .containsExactly(
                        "detected after 5.0 s, allowed are 3.0 s",
                        "named after 12.0 s, allowed are 10.0 s",
                        "did not rule out traffic-spike");
    }

    @Test
    void theFirstNameCountsThoughALaterOneIsRight() {
        var seen = List.of(
                incident("2", 3, 6, "server-down", "db-1", "traffic-spike"),
                incident("1", 1, 2, "slow-database", "db-1", "traffic-spike"));

        assertThat(Judge.shortfalls(EXPECTED, seen, ONSET))
                .containsExactly("named slow-database on db-1; expected server-down on db-1");
    }

    @Test
    void theRightNameAtTheWrongPlaceIsWrong() {
        assertThat(Judge.shortfalls(
                        EXPECTED, List.of(incident("1", 1, 2, "server-down", "db-2", "traffic-spike")), ONSET))
                .containsExactly("named server-down on db-2; expected server-down on db-1");
    }

    @Test
    void withoutANameThereIsStillSomethingToWaitFor() {
        var seen = List.of(incident("1", 1, 0, null, ""));

        assertThat(Judge.isAnswered(EXPECTED, seen)).isFalse();
        assertThat(Judge.shortfalls(EXPECTED, seen, ONSET))
                .containsExactly("no cause was named; expected server-down on db-1");
        assertThat(Judge.shortfalls(EXPECTED, List.of(), ONSET)).containsExactly("no incident opened");
    }

    private static GuardIncident incident(
            String id, int detected, int named, @Nullable String cause, String subject, String... ruledOut) {
        return new GuardIncident(
                id,
                true,
                ONSET,
                ONSET.plusSeconds(detected),
                cause == null ? null : ONSET.plusSeconds(named),
                null,
                cause == null ? null : new Cause(cause, cause, subject, "", List.of(), ""),
                Arrays.stream(ruledOut)
                        .map(out -> new RuledOut(out, out, List.of()))
                        .toList(),
                List.of(),
                new Impact(0, 0));
    }
}
