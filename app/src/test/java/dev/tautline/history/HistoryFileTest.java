package dev.tautline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Instant NOW = Incidents.ONSET.plusSeconds(60);
    private static final Incident OPEN = Incidents.open("20260607-104501");
    private static final Incident OVER = Incidents.resolved("20260606-104501", Incidents.ONSET.minusSeconds(7200));

    private static final Usual LEARNT =
            new Usual(Map.of("hold", List.of(5.0, 5.25)), Map.of("hold", "what the watch writes"));

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void givesBackWhatWasWrittenWordForWord() {
        var due = new Delivery(OPEN.id() + "/opened/dba", OPEN.id(), "dba", "{}", NOW, 1, NOW, null, "no answer");
        try (var history = history()) {
            assertThat(history.past()).isEqualTo(new Past(List.of(), Usual.NOTHING, List.of(), List.of(), null));
            history.write(NOW, List.of(OPEN, OVER), LEARNT, List.of(due), List.of());
        }
        try (var history = history()) {
            assertThat(history.past()).isEqualTo(new Past(List.of(OPEN, OVER), LEARNT, List.of(due), List.of(), NOW));
        }
        assertThat(said).isEmpty();
    }

    @Test
    void remembersWhenTheGuardWasLastSeen() {
        try (var history = history()) {
            history.write(NOW, List.of(), null, List.of(), List.of());
            history.write(NOW.plusSeconds(1), List.of(), null, List.of(), List.of());
            history.write(NOW.plusSeconds(6), List.of(), null, List.of(), List.of());
        }
        try (var history = history()) {
            assertThat(history.past().lastSeen()).isEqualTo(NOW.plusSeconds(6));
        }
    }

    @Test
    void forgetsWhatIsOverForLongerThanItKeepsAndNeverWhatIsOpen() {
        var old = Incidents.resolved("20250101-000000", NOW.minus(Duration.ofDays(31)));
        var endless = Incidents.open("20240101-000000");
        try (var history = history()) {
            history.write(NOW, List.of(endless, old, OVER), null, List.of(), List.of());
        }
        try (var history = history()) {
            assertThat(history.past().incidents()).containsExactly(endless, OVER);
        }
    }

    @Test
    void movesADamagedFileAsideSaysSoAndGoesOn() throws IOException {
        Files.writeString(folder.resolve("history.db"), "this is no database, it is a text that somebody put here");
        try (var history = history()) {
            assertThat(history.past().incidents()).isEmpty();
            history.write(NOW, List.of(OPEN), null, List.of(), List.of());
        }
        assertThat(said).singleElement().asString().contains("is damaged").contains("history.db.damaged-");
        assertThat(folder.resolve("history.db.damaged-" + NOW.getEpochSecond())).exists();
        try (var history = history()) {
            assertThat(history.past().incidents()).containsExactly(OPEN);
        }
    }

    @Test
    void writesEverythingAgainWhenTheFileIsDamagedUnderItsHands() throws IOException {
        try (var history = history()) {
            history.write(NOW, List.of(OVER), null, List.of(), List.of());
        }
        var bytes = Files.readAllBytes(folder.resolve("history.db"));
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(folder.resolve("history.db"), bytes);
        try (var history = history()) {
            history.past();
            history.write(NOW, List.of(OPEN, OVER), null, List.of(), List.of());
        }
        try (var history = history()) {
            assertThat(history.past().incidents()).containsExactly(OPEN, OVER);
        }
        assertThat(said).anyMatch(sentence -> sentence.contains("is damaged"));
    }

    @Test
    void goesOnInMemoryWhileItCannotWriteAndCatchesUpAfterwards() throws SQLException {
        try (var history = history()) {
            history.write(NOW, List.of(OVER), null, List.of(), List.of());
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + history.path());
                    var lock = other.createStatement()) {
                lock.execute("BEGIN IMMEDIATE");
                history.write(NOW.plusSeconds(10), List.of(OPEN, OVER), null, List.of(), List.of());
                assertThat(said).singleElement().asString().contains("cannot be written");
                lock.execute("ROLLBACK");
            }
            history.write(NOW.plusSeconds(11), List.of(OPEN, OVER), null, List.of(), List.of());
        }
        assertThat(said).last().asString().contains("is written again");
        try (var history = history()) {
            assertThat(history.past().incidents()).containsExactly(OPEN, OVER);
        }
    }

    @Test
    void refusesAFolderThatAnotherGuardHas() {
        try (var ignored = history()) {
            assertThatThrownBy(this::history)
                    .isInstanceOf(HistoryUnusable.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another guard");
        }
        history().close();
    }

    @Test
    void keepsTheGuardsOfTwoFilesApart() {
        var home = Path.of("/home/ada");
        var one = StateFolder.of(Path.of("/srv/shop/taut.yaml"), Map.of(), home);
        var other = StateFolder.of(Path.of("/opt/shop/taut.yaml"), Map.of(), home);

        assertThat(one).isNotEqualTo(other).startsWithRaw(Path.of("/home/ada/.local/state/tautline"));
        assertThat(one.getFileName().toString()).startsWith("shop-");
        assertThat(StateFolder.of(Path.of("/srv/shop/taut.yaml"), Map.of("XDG_STATE_HOME", "/var/state"), home))
                .startsWithRaw(Path.of("/var/state/tautline"));
        assertThat(StateFolder.of(Path.of("/srv/shop/taut.yaml"), Map.of("XDG_STATE_HOME", "relative"), home))
                .isEqualTo(one);
    }

    private HistoryFile history() {
        return HistoryFile.in(folder, Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC), new Hearing(said::add));
    }
}
