package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Replay;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.SlotUse;
import dev.tautline.settings.CountOrPercent;
import dev.tautline.settings.DataSize;
import dev.tautline.settings.SslMode;
import dev.tautline.settings.Version;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server with 100 slots, 4 of them reserved.
class ExpectationJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final List<Evidence> evidence = new ArrayList<>();
    private Expectations expected = Expectations.NONE;

    @ParameterizedTest
    @CsvSource({"18.6 (Debian 18.6-1), true", "19beta1, false", "15.9, false", "devel, false"})
    void comparesTheReleaseThatTheServerReports(String version, boolean isMet) {
        expect(null, range(">= 16 < 19"), null, null, null);
        evidence.add(answer(version));

        assertThat(unmet().isEmpty()).isEqualTo(isMet);
    }

    @ParameterizedTest
    @CsvSource({"76, 20%, true", "77, 20%, false", "86, 10, true", "87, 10, false"})
    void countsTheSlotsThatOrdinaryRolesMayTake(int used, String least, boolean isMet) {
        expect(null, null, CountOrPercent.TYPE.read(least).orElseThrow(), null, null);
        evidence.add(new Capacity(used, 100, 4, null));

        assertThat(unmet().isEmpty()).isEqualTo(isMet);
    }

    @Test
    void aRoleMayBeFullBeforeTheServerIs() {
        expect(null, null, CountOrPercent.count(3), null, null);
        var use = new SlotUse(new SlotUse.Limit(8, 10), new SlotUse.Limit(8, null), 0, null, 0, List.of());
        evidence.add(new Capacity(8, 100, 4, use));

        assertThat(unmet()).singleElement().extracting(Unmet::found).asString().contains("8 of 100 slots");
    }

    @ParameterizedTest
    @CsvSource({"5000, 1048576, 0", "5001, 1048576, 1", "5000, 1048577, 1", "60000, 99999999, 2"})
    void comparesTheLagInTimeAndInBytes(long millis, long bytes, int count) {
        expect(null, null, null, Duration.ofSeconds(5), DataSize.ofMib(1));
        evidence.add(standby(Duration.ofMillis(millis), new Replay(bytes, false, true)));

        assertThat(unmet()).hasSize(count);
    }

    @Test
    void aPrimaryHasNoLagAndAStandbyThatKeepsItToItselfIsNotFine() {
        expect(null, null, null, Duration.ofSeconds(5), DataSize.ofMib(1));
        evidence.add(new Role(false, false, null, 1, null, null, null));
        assertThat(unmet()).isEmpty();

        evidence.set(0, standby(null, null));
        assertThat(unmet())
                .extracting(Unmet::found)
                .containsOnly("not told by the server")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED, PREFER, TLSv1.2, true",
        "VERIFIED, VERIFY_FULL, TLSv1.2, true",
        "VERIFIED, VERIFY_CA, TLSv1.3, false",
        "TLS_1_3, REQUIRE, TLSv1.3, true",
        "TLS_1_3, REQUIRE, TLSv1.2, false"
    })
    void knowsHowWellAConnectionIsProtected(TlsLevel level, SslMode mode, String protocol, boolean isMet) {
        assertThat(level.isMetBy(protocol, mode)).isEqualTo(isMet);
        assertThat(level.isMetBy(null, mode)).isFalse();
    }

    @Test
    void comparesTheTimeOfALayerWithItsBudget() {
        expected = new Expectations(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Budget("connect", Duration.ofMillis(7)),
                        new Budget("tls", Duration.ofMillis(6)),
                        new Budget(Budget.TOTAL, Duration.ofMillis(13)),
                        new Budget(Budget.ROUND_TRIP, Duration.ofMillis(1))),
                List.of());
        evidence.add(answer("18.6"));

        assertThat(unmet()).extracting(Unmet::what).containsExactly("latency.tls", "latency.total");
    }

    @Test
    void everythingThatIsNotToldIsNotMet() {
        expect(TlsLevel.ENCRYPTED, range(">= 16"), CountOrPercent.count(1), null, null);

        assertThat(unmet()).extracting(Unmet::what).containsExactly("tls", "version", "head-room");
    }

    private void expect(
            @Nullable TlsLevel tls,
            @Nullable Range<Version> version,
            @Nullable CountOrPercent headRoom,
            @Nullable Duration lag,
            @Nullable DataSize lagBytes) {
        expected = new Expectations(
                Optional.ofNullable(tls),
                Optional.ofNullable(version),
                Optional.ofNullable(headRoom),
                Optional.ofNullable(lag),
                Optional.ofNullable(lagBytes),
                List.of(),
                List.of());
    }

    private List<Unmet> unmet() {
        var target = ProbeTarget.of("db", 5432, "shop", "app");
        var address = InetAddress.ofLiteral("10.0.4.11");
        var result = new LadderResult(
                target,
                NOW,
                List.of(address),
                address,
                List.of(
                        new Passed(Step.CONNECT, Duration.ofMillis(7), "accepts"),
                        new Passed(Step.TLS, Duration.ofMillis(7), "TLS")),
                evidence,
                List.of());
        return ExpectationJudge.judge(expected, result, Map.of());
    }

    private static Range<Version> range(String text) {
        return Range.parse(text, value -> Optional.of(Version.of(value))).orElseThrow();
    }

    private static ServerAnswer answer(String version) {
        var roundTrip = Duration.ofMillis(1);
        return new ServerAnswer("PostgreSQL", version, NOW, Duration.ZERO, roundTrip, roundTrip, roundTrip);
    }

    private static Role standby(@Nullable Duration lag, @Nullable Replay replay) {
        return new Role(true, true, null, 1, null, lag, replay);
    }
}
