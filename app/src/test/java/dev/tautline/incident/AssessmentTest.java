package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {
    private static final List<Symptom> HARD = List.of(new Symptom(Symptom.Kind.CANARY_FAILED, "db-1", "it fails"));
    private static final List<Symptom> SOFT = List.of(new Symptom(Symptom.Kind.REQUESTS_SLOW, "shop-1", "it is slow"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "1000, 100, CRITICAL",
        "1000, 99, HIGH",
        "1000, 10, HIGH",
        "1000, 9, MEDIUM",
        "1000, 0, MEDIUM",
        "3, 1, HIGH"
    })
    void isWhatTheShareOfRequestsSays(long requests, long failed, Severity severity) {
        assertThat(Assessment.of(new Impact(requests, failed, 0, 0, 0), HARD, MINUTE, null))
                .isEqualTo(severity);
    }

    @Test
    void isLowWhenNobodyIsHitAndNothingIsBroken() {
        assertThat(Assessment.of(new Impact(1000, 0, 0, 0, 0), SOFT, MINUTE, null))
                .isEqualTo(Severity.LOW);
    }

    @Test
    void isCriticalWhenItSpendsTheMonthsBudget() {
        var objective = new Objective(0.9999, Duration.ofDays(30));
        var impact = new Impact(100_000, 5_000, 0, 0, 0);

        assertThat(objective.burnRate(impact)).isCloseTo(500.0, org.assertj.core.data.Offset.offset(0.01));
        assertThat(Assessment.of(impact, HARD, Duration.ofSeconds(90), objective))
                .isEqualTo(Severity.HIGH);
        assertThat(Assessment.of(impact, HARD, Duration.ofSeconds(110), objective))
                .isEqualTo(Severity.CRITICAL);
        assertThat(objective.burnRate(Impact.NONE)).isNull();
    }
}
