package dev.tautline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.25S, 250 ms",
        "PT90S, 90 s",
        "PT2M, 2 min",
        "PT90M, 90 min",
        "PT8H, 8 h",
        "PT24H, 24 h",
        "PT25H, 25 h",
        "P7D, 7 d"
    })
    void saysADurationInTheLargestUnitThatGivesAWholeNumber(Duration duration, String words) {
        assertThat(Words.of(duration)).isEqualTo(words);
    }
}
