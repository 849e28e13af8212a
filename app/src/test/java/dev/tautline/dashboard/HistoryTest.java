package dev.tautline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void leavesAGapWhereASeriesHadNoValue() {
        history.add(new Sample(10, Map.of("p95/a", 1.0)));
        history.add(new Sample(11, Map.of("p95/b", 2.0)));
        history.add(new Sample(12, Map.of("p95/a", 3.0, "p95/b", 4.0)));

        var columns = history.columns(name -> true);

        assertThat(columns.epochSeconds()).containsExactly(10L, 11L, 12L);
        assertThat(columns.series().get("p95/a")).containsExactly(1f, null, 3f);
        assertThat(columns.series().get("p95/b")).containsExactly(null, 2f, 4f);
    }

    @Test
    void takesTheLaterWordOfOneSecond() {
        history.add(new Sample(10, Map.of("p95/a", 1.0)));
        history.add(new Sample(10, Map.of("p95/a", 2.0)));

        assertThat(history.columns(name -> true).series().get("p95/a")).containsExactly(2f);
    }

    @Test
    void forgetsWhatIsOlderThanTenMinutes() {
        history.add(new Sample(10, Map.of("p95/a", 1.0)));
        history.add(new Sample(610, Map.of("p95/b", 2.0)));

        assertThat(history.columns(name -> true).epochSeconds()).containsExactly(610L);
        assertThat(history.columns(name -> true).series()).containsOnlyKeys("p95/b");
    }

    @Test
    void startsAnewWhenTheClockIsSetBack() {
        history.add(new Sample(100, Map.of("p95/a", 1.0)));
        history.add(new Sample(40, Map.of("p95/a", 2.0)));

        assertThat(history.columns(name -> true).epochSeconds()).containsExactly(40L);
    }
}
