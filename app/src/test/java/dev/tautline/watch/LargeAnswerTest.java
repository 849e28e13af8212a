package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.Guest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Which times of large answers count.
class LargeAnswerTest {
    private static final Duration USUAL = Duration.ofMillis(5);
    private static final Duration CRAWLING = Duration.ofMillis(300);

    private final LargeAnswer answer = new LargeAnswer();

    @Test
    void takesOneSlowAnswerForABusyMoment() {
        answer.guest();
        answer.note(USUAL);
        answer.note(CRAWLING);
        assertThat(answer.took()).isEqualTo(USUAL);
        assertThat(answer.guest()).as("asks again at once").isNotEqualTo(Guest.NONE);
        answer.note(USUAL);

        assertThat(answer.took()).isEqualTo(USUAL);
        assertThat(answer.guest()).isEqualTo(Guest.NONE);
    }

    @Test
    void tellsWhatStaysSlow() {
        answer.note(USUAL);
        answer.note(CRAWLING);
        answer.note(CRAWLING);
        assertThat(answer.took()).isEqualTo(CRAWLING);
        answer.note(CRAWLING);

        assertThat(answer.took()).isEqualTo(CRAWLING);
    }
}
