package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Change;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");
    private final Changes changes = new Changes();

    @Test
    void theFirstFingerprintIsNoChange() {
        compare(Map.of("buy.maximumPoolSize", "20"));

        assertThat(changes.all()).isEmpty();
    }

    @Test
    void notesEachDifferenceWithBeforeAndAfter() {
        compare(Map.of("buy.maximumPoolSize", "20", "buy.gone", "x"));
        compare(Map.of("buy.maximumPoolSize", "1", "buy.new", "y"));

        assertThat(changes.all())
                .extracting(Change::toString)
                .containsExactly(
                        "buy.gone of shop-1: x → (gone)",
                        "buy.maximumPoolSize of shop-1: 20 → 1",
                        "buy.new of shop-1: (unknown) → y");
    }

    @Test
    void keepsWhatIsTheSameSilent() {
        compare(Map.of("buy.maximumPoolSize", "20"));
        compare(Map.of("buy.maximumPoolSize", "20"));

        assertThat(changes.all()).isEmpty();
    }

    @Test
    void aMigrationDoesNotPushOutWhatElseHasChanged() {
        compare(Map.of("pool", "20", "column gone of orders", "text"));
        var migrated = new TreeMap<String, String>();
        IntStream.range(0, 500).forEach(column -> migrated.put("column c" + column + " of wide", "text"));
        migrated.put("pool", "1");
        compare(migrated);

        assertThat(changes.all())
                .extracting(Change::toString)
                .containsExactly(
                        "column gone of orders of shop-1: text → (gone)",
                        "pool of shop-1: 20 → 1",
                        "column c0 of wide and 499 more of shop-1: (unknown) → text");
    }

    private void compare(Map<String, String> fingerprint) {
        changes.compare(Change.Kind.CLIENT_SETTING, "shop-1", fingerprint, NOW);
    }

    /// A name that goes to and fro each second would fill the timeline.
    @Test
    void tellsWhatGoesToAndFroOnceAndWhatSettlesAgain() {
        for (int second = 0; second < 20; second++) {
            compare(Map.of("address", second % 2 == 0 ? "10.0.0.1" : "10.0.0.2"), second);
        }
        assertThat(changes.all()).hasSize(4);
        assertThat(changes.all().getLast().alternates()).isTrue();
        assertThat(changes.all().getLast().toString()).isEqualTo("address alternates of shop-1: 10.0.0.2 → 10.0.0.1");

        compare(Map.of("address", "10.0.0.9"), 200);
        assertThat(changes.all().getLast().toString()).isEqualTo("address of shop-1: 10.0.0.2 → 10.0.0.9");
    }

    private void compare(Map<String, String> fingerprint, int second) {
        changes.compare(Change.Kind.CLIENT_SETTING, "shop-1", fingerprint, NOW.plusSeconds(second));
    }
}
