package dev.tautline.alert.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceTest {
    @ParameterizedTest
    @CsvSource({
        // Sunday, 02:00 to 04:00 in Berlin, in winter UTC+1 and in summer UTC+2.
        "2026-01-11T00:59:59Z, false",
        "2026-01-11T01:00:00Z, true",
        "2026-01-11T02:59:59Z, true",
        "2026-01-11T03:00:00Z, false",
        "2026-07-05T00:00:00Z, true",
        "2026-07-05T02:00:00Z, false",
        "2026-07-06T00:30:00Z, false",
        // The night in which 02:00 to 03:00 is left out: it begins at 03:00 summer time, which is 01:00 UTC.
        "2026-03-29T00:59:59Z, false",
        "2026-03-29T01:00:00Z, true",
        "2026-03-29T02:59:59Z, true",
        "2026-03-29T03:00:00Z, false",
        // The night in which 02:00 to 03:00 comes twice: it begins the first time, at 00:00 UTC.
        "2026-10-24T23:59:59Z, false",
        "2026-10-25T00:00:00Z, true",
        "2026-10-25T01:59:59Z, true",
        "2026-10-25T02:00:00Z, false",
        // Before it was agreed on.
        "2026-01-03T01:30:00Z, false"
    })
    void staysAtItsHourOnTheWallWhenTheClocksChange(Instant at, boolean holds) {
        assertThat(berlin("2026-01-04T02:00", Duration.ofHours(2), "FREQ=WEEKLY;BYDAY=SU")
                        .holds(at))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=MONTHLY;BYDAY=-1FR, 2026-05-29T02:30:00, true",
        "FREQ=MONTHLY;BYDAY=-1FR, 2026-05-22T02:30:00, false",
        "FREQ=DAILY;COUNT=3, 2026-01-06T02:30:00, true",
        "FREQ=DAILY;COUNT=3, 2026-01-07T02:30:00, false",
        "FREQ=DAILY;UNTIL=20260106T010000Z, 2026-01-06T02:30:00, true",
        "FREQ=DAILY;UNTIL=20260106T005959Z, 2026-01-06T02:30:00, false",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24, 2031-12-24T02:30:00, true",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU, 2026-01-18T02:30:00, true",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU, 2026-01-11T02:30:00, false"
    })
    void followsTheRule(String rule, LocalDateTime wall, boolean holds) {
        var at = wall.atZone(ZoneId.of("Europe/Berlin")).toInstant();

        assertThat(berlin("2026-01-04T02:00", Duration.ofHours(1), rule).holds(at))
                .isEqualTo(holds);
    }

    @Test
    void comesOnceWithoutARule() {
        var once = berlin("2026-01-04T02:00", Duration.ofDays(2), null);

        assertThat(once.holds(Instant.parse("2026-01-04T01:00:00Z"))).isTrue();
        assertThat(once.holds(Instant.parse("2026-01-06T00:59:59Z"))).isTrue();
        assertThat(once.holds(Instant.parse("2026-01-06T01:00:00Z"))).isFalse();
    }

    @Test
    void saysWhatIsWrongWithARule() {
        assertThat(Maintenance.problemOf("FREQ=WEEKLY;BYDAY=SU")).isNull();
        assertThat(Maintenance.problemOf("FREQ=SOMETIMES")).isNotBlank();
        assertThat(Maintenance.problemOf("every sunday")).isNotBlank();
    }

    private static Maintenance berlin(String start, Duration lasting, @Nullable String rule) {
        return new Maintenance(
                "weekly", LocalDateTime.parse(start), ZoneId.of("Europe/Berlin"), lasting, rule, List.of());
    }
}
