package dev.tautline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.published.GuardIncident;
import dev.tautline.published.GuardIncident.Cause;
import dev.tautline.published.GuardIncident.Impact;
import dev.tautline.published.GuardIncident.RuledOut;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");
    private static final Expected EXPECTED =
            new Expected("pool-too-small", "shop-3", Set.of("traffic-spike", "slow-database"));

    @Test
    void isRightWhenTheCauseIsTheInjectedOneAndEverySuspicionWasRuledOut() {
        assertThat(shortfalls(named("pool-too-small", "shop-3"), NOW, "traffic-spike", "slow-database", "server-down"))
                .isEmpty();
    }

    @Test
    void isWrongWithoutACause() {
        assertThat(shortfalls(null, NOW, "traffic-spike", "slow-database"))
                .containsExactly("no cause was named; expected pool-too-small on shop-3");
    }

    @Test
    void isWrongWithTheRightCauseInTheWrongPlace() {
        assertThat(shortfalls(named("pool-too-small", "shop-1"), NOW, "traffic-spike", "slow-database"))
                .containsExactly("named pool-too-small on shop-1; expected pool-too-small on shop-3");
    }

    @Test
    void namesEachSuspicionThatWasNotRuledOut() {
        assertThat(shortfalls(named("pool-too-small", "shop-3"), NOW))
                .containsExactly("did not rule out slow-database", "did not rule out traffic-spike");
    }

    @Test
    void isWrongWhileTheIncidentIsOpen() {
        assertThat(shortfalls(named("pool-too-small", "shop-3"), null, "traffic-spike", "slow-database"))
                .containsExactly("the incident is still open although the cause is mended");
    }

    @Test
    void isNoOutageWhenNobodyWasHit() {
        var incident = incident(named("pool-too-small", "shop-3"), NOW, "traffic-spike", "slow-database");

        assertThat(Verdict.shortfalls(EXPECTED, incident, 0)).containsExactly("no shopper was hit: this was no outage");
    }

    private static List<String> shortfalls(@Nullable Cause cause, @Nullable Instant resolved, String... ruledOut) {
        return Verdict.shortfalls(EXPECTED, incident(cause, resolved, ruledOut), 0.3);
    }

    private static GuardIncident incident(@Nullable Cause cause, @Nullable Instant resolved, String... ruledOut) {
        var out = Arrays.stream(ruledOut)
                .map(id -> new RuledOut(id, id, List.of("a number")))
                .toList();
        return new GuardIncident(
                "1", resolved == null, NOW, NOW, NOW, resolved, cause, out, List.of(), new Impact(0.3, 0.3));
    }

    private static Cause named(String id, String subject) {
        return new Cause(id, id, subject, "statement", List.of(), "fix");
    }
}
