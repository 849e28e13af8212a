package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.evidence.Resolution;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Ladders that pass, each slow in one layer.
class SpeedRemarksTest {
    private final Map<Step, Duration> took = new EnumMap<>(Step.class);
    private Duration roundTrip = millis(1);
    private Duration untilAsked = millis(1);
    private Duration answering = millis(5);
    private int iterations = 4_096;
    private String method = "scram-sha-256";
    private String host = "db.test";
    private Duration judging = millis(1);

    @Test
    void findsNothingSlowInAQuickLadder() {
        assertThat(remarks()).isEmpty();
    }

    @Test
    void blamesADistantServerOnNothingButTheRoute() {
        roundTrip = millis(90);
        untilAsked = millis(91);
        judging = millis(95);
        took.putAll(Map.of(Step.CONNECT, millis(91), Step.TLS, millis(270), Step.SESSION, millis(92)));

        assertThat(remarks()).containsExactly(RemarkKind.SLOW_ROUTE);
    }

    @Test
    void namesSlowNames() {
        took.put(Step.RESOLVE, millis(100));

        assertThat(remarks()).containsExactly(RemarkKind.SLOW_NAMES);
    }

    @Test
    void knowsALostFirstPacketByItsSecond() {
        took.put(Step.CONNECT, millis(1_003));

        assertThat(remarks()).containsExactly(RemarkKind.LOST_FIRST_PACKET);
    }

    @Test
    void namesTlsByWhatItsRoundTripsDoNotExplain() {
        took.put(Step.TLS, millis(103));
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_TLS);

        took.put(Step.TLS, millis(102));
        assertThat(remarks()).isEmpty();
    }

    @Test
    void tellsThePartsOfALogInApart() {
        untilAsked = millis(101);
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_TO_ASK);

        untilAsked = millis(1);
        answering = millis(100);
        iterations = 100_000;
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_HASHING);

        answering = millis(5);
        judging = millis(101);
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_SESSION);

        method = "password";
        assertThat(remarks()).containsExactly(RemarkKind.PASSWORD_IN_THE_CLEAR, RemarkKind.SLOW_VERDICT);
    }

    /// The usual hashing takes milliseconds, so whoever needs longer has no processor, and measures himself.
    @Test
    void blamesThisMachineAndNobodyElseWhenItHasNoTimeToHash() {
        answering = millis(100);
        untilAsked = millis(400);
        took.put(Step.TLS, millis(900));
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_HERE);

        answering = millis(99);
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_TLS, RemarkKind.SLOW_TO_ASK);
    }

    @Test
    void asksNobodyForTheAddressOfAnAddress() {
        took.put(Step.RESOLVE, millis(200));
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_NAMES);

        host = "10.0.0.7";
        assertThat(remarks()).isEmpty();
    }

    @Test
    void namesASlowSessionAndABusyServer() {
        took.put(Step.SESSION, millis(102));
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_SESSION);

        took.clear();
        roundTrip = millis(21);
        assertThat(remarks()).containsExactly(RemarkKind.SLOW_ANSWERS);
    }

    private List<RemarkKind> remarks() {
        var steps = new ArrayList<StepResult>();
        for (var step : Step.values()) {
            steps.add(new Passed(step, took.getOrDefault(step, millis(1)), "fine"));
        }
        var answer = new ServerAnswer(
                "PostgreSQL", "18.1", Instant.EPOCH, Duration.ZERO, Duration.ZERO, roundTrip, roundTrip);
        var logIn = new Authentication(method, List.of(), iterations, untilAsked, answering, judging);
        return Remarks.on(steps, List.of(new Resolution(host, List.of()), logIn, answer), Instant.EPOCH).stream()
                .map(Remark::kind)
                .toList();
    }

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }
}
