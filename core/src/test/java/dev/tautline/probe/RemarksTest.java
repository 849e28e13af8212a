package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Replay;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.SlotUse;
import dev.tautline.probe.evidence.SlotUse.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void saysNothingOfAHealthyServer() {
        assertThat(on(answer("18.1", Duration.ofMillis(40)), new Capacity(10, 100, 3, use(5, null, null)), primary()))
                .isEmpty();
    }

    @Test
    void countsTheDayOfTheFinalReleaseAsSupported() {
        assertThat(on(answer("13.22", Duration.ZERO))).containsExactly(RemarkKind.PAST_END_OF_LIFE);
        assertThat(Remarks.on(
                        List.of(), List.of(answer("13.22", Duration.ZERO)), Instant.parse("2025-11-13T23:59:59Z")))
                .isEmpty();
        assertThat(on(answer("99.1", Duration.ZERO))).isEmpty();
    }

    @Test
    void forgivesAClockWhatTheRoundTripLeavesOpen() {
        assertThat(on(answer("18.1", Duration.ofMillis(-1_011)))).containsExactly(RemarkKind.CLOCKS_APART);
        assertThat(on(answer("18.1", Duration.ofMillis(1_010)))).isEmpty();
    }

    @Test
    void tellsAPausedStandbyAndOneThatReceivesNothing() {
        var role = new Role(true, true, null, 1, 7L, Duration.ZERO, new Replay(42, true, false));

        assertThat(on(role)).containsExactly(RemarkKind.REPLAY_PAUSED, RemarkKind.NOTHING_RECEIVED);
    }

    @Test
    void warnsWhenTwoSlotsAreLeftAndNotWhenThreeAre() {
        assertThat(on(new Capacity(95, 100, 3, null))).containsExactly(RemarkKind.NEARLY_FULL);
        assertThat(on(new Capacity(94, 100, 3, null))).isEmpty();
    }

    @Test
    void warnsOfLimitsOfRoleAndDatabaseAndOfForgottenTransactions() {
        assertThat(on(new Capacity(10, 100, 3, use(8, 10, Duration.ofMinutes(5)))))
                .containsExactly(
                        RemarkKind.ROLE_LIMIT_NEAR, RemarkKind.DATABASE_LIMIT_NEAR, RemarkKind.IDLE_IN_TRANSACTION);
        assertThat(on(new Capacity(10, 100, 3, use(7, 10, Duration.ofSeconds(299)))))
                .isEmpty();
    }

    private static SlotUse use(int used, @Nullable Integer maximum, @Nullable Duration oldest) {
        return new SlotUse(new Limit(used, maximum), new Limit(used, maximum), 1, oldest, 0, List.of());
    }

    private static Role primary() {
        return new Role(false, false, null, 1, 7L, null, null);
    }

    private static ServerAnswer answer(String version, Duration skew) {
        var tenMillis = Duration.ofMillis(10);
        return new ServerAnswer("PostgreSQL", version, NOW, skew, tenMillis, tenMillis, tenMillis);
    }

    private static List<RemarkKind> on(Evidence... seen) {
        return Remarks.on(List.of(), List.of(seen), NOW).stream()
                .map(Remark::kind)
                .toList();
    }
}
