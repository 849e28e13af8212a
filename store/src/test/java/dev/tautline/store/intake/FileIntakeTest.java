package dev.tautline.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Sealed;
import dev.tautline.store.disk.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FileIntakeTest implements OrderIntakeContract {
    private static final CookieKey KEY = new CookieKey("a secret that is long enough for this test");
    private static final CookieKey OTHER = new CookieKey("another secret that is long enough, too, here");

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void name() {
        journal = folder.resolve("orders.journal");
    }

    @Override
    public OrderIntake open() {
        return open(KEY);
    }

    private OrderIntake open(CookieKey key) {
        var sealed = new Sealed(key, "order intake", new SecureRandom());
        return FileIntake.open(journal, sealed, JsonMapper.builder().build(), Clock.systemUTC(), () -> Long.MAX_VALUE);
    }

    @Test
    void showsNobodyWhoReadsTheDiskAnAddress() throws IOException {
        open().receive(TestOrders.order());

        assertThat(Files.readString(journal, StandardCharsets.ISO_8859_1))
                .doesNotContain("Skipper", "example.org", "card-accepted");
        assertThat(Files.getPosixFilePermissions(journal)).hasSize(2);
    }

    @Test
    void readsOnBehindATornEndAndKeepsItAside() throws IOException {
        var orders = TestOrders.some(3);
        var intake = open();
        orders.forEach(intake::receive);
        var bytes = Files.readAllBytes(journal);
        for (var cut : new int[] {1, 5, 13, 100}) {
            Files.write(journal, Arrays.copyOf(bytes, bytes.length - cut));
            var reopened = open();
            assertThat(reopened.pending(9)).as("%d bytes missing", cut).containsExactlyElementsOf(orders.subList(0, 2));
            assertThat(reopened.state().damagedBytes()).isPositive();
            assertThat(reopened.state().accepts()).isTrue();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains(".damaged-")))
                    .isNotEmpty();
        }
    }

    @Test
    void losesOneOrderToABadBlockAndNotThoseBehindIt() throws IOException {
        var orders = TestOrders.some(3);
        var intake = open();
        orders.forEach(intake::receive);
        var bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(journal, bytes);

        var reopened = open();

        assertThat(reopened.pending(9)).containsExactly(orders.get(0), orders.get(2));
        assertThat(reopened.state().damagedBytes()).isPositive();
    }

    @Test
    void readsOrdersThatWereSealedWithAFormerKey() {
        var order = TestOrders.order();
        open(KEY).receive(order);

        var rotated = new CookieKey(
                "another secret that is long enough, too, here", "a secret that is long enough for this test");

        assertThat(open(rotated).pending(9)).containsExactly(order);
        assertThat(open(OTHER).pending(9))
                .as("sealed anew with the present key")
                .containsExactly(order);
    }

    @Test
    void keepsWhatItHasNoKeyForUntilItHasOne() {
        var order = TestOrders.order();
        var later = TestOrders.order();
        open(KEY).receive(order);

        var keyless = open(OTHER);
        assertThat(keyless.pending(9)).isEmpty();
        assertThat(keyless.state().unreadable()).isOne();
        keyless.receive(later);
        assertThat(open(OTHER).state().unreadable()).isOne();

        var both = new CookieKey(
                "another secret that is long enough, too, here", "a secret that is long enough for this test");
        assertThat(open(both).pending(9)).containsExactlyInAnyOrder(order, later);
        assertThat(open(both).state().unreadable()).isZero();
    }

    @Test
    void takesNoOrderWhenTheDiskIsAlmostFull() {
        var sealed = new Sealed(KEY, "order intake", new SecureRandom());
        var intake = FileIntake.open(
                journal,
                sealed,
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                () -> FileIntake.LEAST_SPACE_BYTES - 1);

        assertThatThrownBy(() -> intake.receive(TestOrders.order()))
                .isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("15 MB left");
        assertThat(intake.state().accepts()).isFalse();
        assertThat(intake.pending(9)).isEmpty();
    }

    @Test
    void forgetsPersonalDataOnceAllIsSettled() throws IOException {
        var intake = open();
        for (var order : TestOrders.some(120)) {
            intake.receive(order);
            intake.settle(order.checkoutId());
        }

        assertThat(Files.size(journal)).isLessThan(64L * 1024);
    }

    @Test
    void aSecondProcessIsToldWhoHasTheDirectory() {
        try (var first = DataDirectory.take(folder.resolve("data"))) {
            assertThat(first.usableBytes()).isPositive();
            assertThatThrownBy(() -> DataDirectory.take(folder.resolve("data")))
                    .hasMessageContaining("chandlery.data-directory")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataDirectory.take(folder.resolve("data")).close();
    }
}
