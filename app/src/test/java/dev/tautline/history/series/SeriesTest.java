package dev.tautline.history.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tautline.diagnosis.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SeriesTest {
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").getEpochSecond();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(START), ZoneOffset.UTC);
    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void readsEverySecondOfTheLastHour() {
        record(START, 120, second -> second % 7);

        var line = line(START, START + 120, 1000);

        assertThat(line.stepSeconds()).isEqualTo(1);
        assertThat(line.size()).isEqualTo(120);
        assertThat((double) line.mean(5)).isEqualTo(Math.floorMod(START + 5, 7));
        assertThat(said).isEmpty();
    }

    @Test
    void rollsUpToLeastMeanAndGreatest() {
        record(START, 3600, second -> second == START + 1800 ? 500 : 10);

        var line = line(START, START + 3600, 60);

        assertThat(line.stepSeconds()).isEqualTo(60);
        assertThat(line.size()).isEqualTo(60);
        assertThat(line.min(30)).isEqualTo(10);
        assertThat(line.max(30)).isEqualTo(500);
        assertThat(line.mean(30)).isCloseTo((59 * 10 + 500) / 60f, within(0.001f));
        assertThat(line.max(29)).isEqualTo(10);
    }

    @Test
    void thinsSecondsButNotThoseAroundAChange() {
        var change = new Change(
                Instant.ofEpochSecond(START + 600), Change.Kind.CLIENT_SETTING, "shop-1", "maximumPoolSize", "20", "1");
        recordThinned(List.of(change));

        // Seconds of the change's quarter of an hour before and after are there; an hour later they are ten seconds.
        assertThat(line(START + 600, START + 660, 1000).size()).isEqualTo(60);
        assertThat(line(START + 3600, START + 3660, 1000).size()).isEqualTo(6);
    }

    @Test
    void keepsTheSecondsOfAnIncident() {
        try (var recorder = recorder()) {
            for (long second = START; second < START + 3 * 3600; second += 30) {
                boolean incident = second > START + 3000 && second < START + 5000;
                recorder.accept(new Second(second, Map.of("p95/shop-1", 1.0), List.of(), List.of(), incident));
                recorder.awaitRoom();
            }
        }

        assertThat(line(START + 4000, START + 4600, 1000).stepSeconds()).isEqualTo(1);
        assertThat(line(START + 4000, START + 4600, 1000).size()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void leavesAHoleWhereNothingWasSeen() {
        record(START, 60, second -> 1);
        record(START + 120, 60, second -> 2);

        var line = line(START, START + 180, 1000);

        assertThat(line.size()).isEqualTo(121);
        assertThat(line.mean(60)).isNaN();
        assertThat(line.mean(61)).isEqualTo(2);
    }

    @Test
    void goesOnInTheBlockThatAnEarlierGuardBegan() {
        record(START, 300, second -> 10);
        record(START + 300, 300, second -> 20);

        var line = line(START, START + 600, 1);

        assertThat(line.stepSeconds()).isEqualTo(600);
        assertThat(line.mean(0)).isCloseTo(15, within(0.01f));
    }

    @Test
    void remembersChangesOnceAndInOrder() {
        var earlier = change(10, "20", "1");
        var later = change(20, "1", "20");
        try (var recorder = recorder()) {
            recorder.accept(new Second(START + 30, Map.of(), List.of(earlier), List.of(), false));
            recorder.accept(new Second(START + 31, Map.of(), List.of(earlier, later), List.of(), false));
        }

        var reader = SeriesReader.in(folder);
        assertThat(reader.changes(Instant.ofEpochSecond(START), Instant.ofEpochSecond(START + 60), 10))
                .containsExactly(earlier, later);
        assertThat(reader.changes(Instant.ofEpochSecond(START), Instant.ofEpochSecond(START + 15), 10))
                .containsExactly(earlier);
    }

    @Test
    void remembersSettingsWheneverTheyDiffer() {
        var before = new Settings("instance", "shop-1", Map.of("maximumPoolSize", "20"), Map.of());
        var after = new Settings("instance", "shop-1", Map.of("maximumPoolSize", "1"), Map.of());
        try (var recorder = recorder()) {
            recorder.accept(new Second(START, Map.of(), List.of(), List.of(before), false));
            recorder.accept(new Second(START + 1, Map.of(), List.of(), List.of(before), false));
        }
        try (var recorder = recorder()) {
            recorder.accept(new Second(START + 50, Map.of(), List.of(), List.of(before), false));
            recorder.accept(new Second(START + 60, Map.of(), List.of(), List.of(after), false));
        }

        assertThat(SeriesReader.in(folder).settings())
                .extracting(
                        since -> since.at().getEpochSecond(),
                        since -> since.settings().values().get("maximumPoolSize"))
                .containsExactly(tuple(START + 60, "1"), tuple(START, "20"));
    }

    @Test
    void setsADamagedFileAsideAndSaysSo() throws IOException {
        Files.writeString(
                folder.resolve("series.db"), "this is no database, and it is long enough to be looked at".repeat(40));

        record(START, 60, second -> 1);

        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).contains("damaged", "moved to series.db.damaged-", "incidents are not touched");
        assertThat(line(START, START + 60, 1000).size()).isEqualTo(60);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.contains(".damaged-"));
        }
    }

    @Test
    void saysOnceThatItCannotBeWrittenAndGoesOn() throws IOException {
        // A folder in the file's place can neither be opened nor replaced.
        Files.createDirectory(folder.resolve("series.db"));

        record(START, 60, second -> 1);

        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).contains("cannot be written", "the watch goes on");
    }

    @Test
    void answersNothingBeforeThereIsAFile() {
        assertThat(line(START, START + 60, 100).size()).isZero();
        assertThat(SeriesReader.in(folder).names()).isEmpty();
        assertThat(SeriesReader.in(folder).settings()).isEmpty();
    }

    private static Change change(int after, String before, String now) {
        return new Change(
                Instant.ofEpochSecond(START + after),
                Change.Kind.CLIENT_SETTING,
                "shop-1",
                "maximumPoolSize",
                before,
                now);
    }

    private void record(long from, int seconds, LongToDoubleFunction value) {
        try (var recorder = recorder()) {
            for (long second = from; second < from + seconds; second++) {
                recorder.accept(new Second(
                        second, Map.of("p95/shop-1", value.applyAsDouble(second)), List.of(), List.of(), false));
                recorder.awaitRoom();
            }
        }
    }

    /// Three hours, the first of which has a change.
    private void recordThinned(List<Change> changes) {
        try (var recorder = recorder()) {
            for (long second = START; second < START + 3 * 3600; second++) {
                var seen = new ArrayList<>(second >= START + 600 ? changes : List.<Change>of());
                recorder.accept(new Second(second, Map.of("p95/shop-1", 1.0), seen, List.of(), false));
                recorder.awaitRoom();
            }
        }
    }

    private SeriesRecorder recorder() {
        return SeriesRecorder.start(folder, Keeping.DEFAULT, CLOCK, said::add);
    }

    private Line line(long from, long to, int mostPoints) {
        return SeriesReader.in(folder).line("p95/shop-1", from, to, mostPoints);
    }
}
