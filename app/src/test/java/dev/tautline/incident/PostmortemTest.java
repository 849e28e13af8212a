package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Owner;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostmortemTest {
    private static final Instant ONSET = Instant.parse("2024-06-07T10:45:00Z");
    private static final Change SHRUNK =
            new Change(ONSET.minusSeconds(2), Change.Kind.CLIENT_SETTING, "store-2", "shop.maximumPoolSize", "20", "1");

    @Test
    void tellsAResolvedIncident() {
        assertThat(Postmortem.of(resolved())).isEqualTo("""
                # Postmortem: Connection pool too small on store-2

                ## Issue Summary

                On 7 June 2024 an outage lasted from 10:45:00 UTC to 10:46:34 UTC (1 min 34 s). 99 of 300 visitors (33 %) were affected in its worst minute. Of 4,120 requests since its onset 61 failed and 402 were slow (11 %).

                The root cause: the pool shop of store-2 has maximumPoolSize 1 and needs more.

                - Detected: 1 s after the onset
                - Cause named: 2 s after the onset
                - Resolved: 1 min 34 s after the onset

                > **To be written by a person:** What did users see, and what did it cost: orders, revenue, trust?

                ## Timeline

                - 10:44:58 UTC: shop.maximumPoolSize of store-2: 20 → 1.
                - 10:45:01 UTC: incident opened.
                - 10:45:01 UTC: store-2: pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up.
                - 10:45:02 UTC: cause named: Connection pool too small: the pool shop of store-2 has maximumPoolSize 1 and needs more.
                - 10:46:28 UTC: shop.maximumPoolSize of store-2: 1 → 20.
                - 10:46:34 UTC: no symptom is left.

                > **To be written by a person:** Who was called and when, what was suspected and tried, and what misled?

                ## Root cause and resolution

                The root cause: the pool shop of store-2 has maximumPoolSize 1 and needs more. A change, a comparison or the component itself proves it. The evidence:

                - store-2's pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up.
                - rate × hold time needs 4.8 connections.

                > **To be written by a person:** Why was shop.maximumPoolSize of store-2 changed, and why did nothing object before it was in force?

                Ruled out by measurement:

                - Traffic spike: requests over all instances 224/s (usually 300/s).
                - Slow database: primary: mean statement time 0.85 ms (usually 0.80 ms); 3 of 240 sampled sessions were executing.

                Not decided:

                - Connection leak: nothing was returned to store-2's pool while it was looked at.

                Between the naming of the cause and the recovery these changes were seen:

                - 10:46:28 UTC: shop.maximumPoolSize of store-2: 1 → 20.

                Health is proven since 10:46:34 UTC: every ladder reaches its top, every agent answers, and no pool keeps anybody waiting.

                > **To be written by a person:** Which of these changes mended it, and who made it?

                ## Corrective and preventative measures

                - Mend what broke: the pool shop of store-2 has maximumPoolSize 1 and needs more.
                - Guard the change that led to it: shop.maximumPoolSize of store-2: 20 → 1.
                - Keep head-room: a pool is large enough when rate × hold time fits into it with room to spare.
                - See what could not be judged: Connection leak: nothing was returned to store-2's pool while it was looked at.

                ### Tasks

                - [ ] Application team: Set maximumPoolSize of pool shop on store-2 back to 20 at application.yml:14 and redeploy it.
                - [ ] Application team: Have `taut check` judge a change of shop.maximumPoolSize in CI before it is deployed.
                - [ ] Application team: Compare the size of every pool with rate × hold time at peak.
                - [ ] Application team: Give the guard what it needs to judge this cause: connection leak.

                > **To be written by a person:** A person and a date for each task.

                ## Conclusion

                The outage lasted 1 min 34 s. It was detected 1 s after its onset; its cause, connection pool too small, was named 2 s after the onset. 2 other causes were ruled out by measurement: traffic spike, slow database.

                > **To be written by a person:** What went well, what went badly, and where were we lucky?
                """);
    }

    @Test
    void tellsAnOpenIncidentWithoutACause() {
        assertThat(Postmortem.of(open())).isEqualTo("""
                # Postmortem: Outage without a named cause

                ## Issue Summary

                An outage is open since 7 June 2024, 23:59:58 UTC. No visitor was counted. No request was counted.

                No cause was named.

                - Detected: 1.2 s after the onset
                - Cause named: not yet
                - Resolved: not yet

                > **To be written by a person:** What did users see, and what did it cost: orders, revenue, trust?

                ## Timeline

                - 23:59:59 UTC: incident opened.
                - 8 June 2024, 00:00:01 UTC: store-2: \\<b>3 of 5 requests failed.

                > **To be written by a person:** Who was called and when, what was suspected and tried, and what misled?

                ## Root cause and resolution

                No cause was named. What was seen:

                - store-2: pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up.

                > **To be written by a person:** What was the cause, and how was it found?

                The incident is not resolved yet.

                > **To be written by a person:** What is being done about it, and by whom?

                ## Corrective and preventative measures

                - Find the cause: no cause was named: what was observed supports none of those that are known.

                ### Tasks

                - [ ] Platform team: Find the cause by hand, and teach the guard to see it.

                > **To be written by a person:** A person and a date for each task.

                ## Conclusion

                The outage is still open. It was detected 1.2 s after its onset; its cause was not named. No other cause was ruled out.

                > **To be written by a person:** What went well, what went badly, and where were we lucky?
                """);
    }

    @Test
    void givesTheSameTextForTheSameIncident() {
        assertThat(Postmortem.of(resolved())).isEqualTo(Postmortem.of(resolved()));
    }

    private static Incident resolved() {
        return new Incident(
                "20240607-104501",
                ONSET,
                at(1),
                at(2),
                at(94),
                poolTooSmall(),
                List.of(
                        new RuledOut(
                                new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM),
                                List.of("requests over all instances 224/s (usually 300/s)")),
                        new RuledOut(
                                new Cause("slow-database", "Slow database", Owner.DATABASE),
                                List.of(
                                        "primary: mean statement time 0.85 ms (usually 0.80 ms)",
                                        "3 of 240 sampled sessions were executing"))),
                List.of(new Open(
                        new Cause("connection-leak", "Connection leak", Owner.APPLICATION),
                        "nothing was returned to store-2's pool while it was looked at")),
                List.of(symptom()),
                new Impact(4120, 61, 402, 300, 99),
                List.of(
                        new TimelineEntry(SHRUNK.at(), Kind.CHANGE, SHRUNK.toString()),
                        new TimelineEntry(at(1), Kind.DETECTED, "incident opened"),
                        new TimelineEntry(at(1), Kind.SYMPTOM, symptom().statement()),
                        new TimelineEntry(
                                at(2),
                                Kind.CAUSE,
                                "cause named: Connection pool too small: "
                                        + poolTooSmall().statement()),
                        new TimelineEntry(at(88), Kind.CHANGE, "shop.maximumPoolSize of store-2: 1 → 20"),
                        new TimelineEntry(at(94), Kind.RECOVERED, "no symptom is left")));
    }

    private static Incident open() {
        return new Incident(
                "20240607-235959",
                Instant.parse("2024-06-07T23:59:58.400Z"),
                Instant.parse("2024-06-07T23:59:59.600Z"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(symptom()),
                Impact.NONE,
                List.of(
                        new TimelineEntry(Instant.parse("2024-06-07T23:59:59.600Z"), Kind.DETECTED, "incident opened"),
                        new TimelineEntry(
                                Instant.parse("2024-06-08T00:00:01Z"),
                                Kind.SYMPTOM,
                                "store-2: <b>3 of 5\nrequests failed")));
    }

    private static Supported poolTooSmall() {
        return new Supported(
                new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION),
                "store-2",
                Strength.CERTAIN,
                "the pool shop of store-2 has maximumPoolSize 1 and needs more",
                List.of(
                        "store-2's pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up",
                        "rate × hold time needs 4.8 connections"),
                "Set maximumPoolSize of pool shop on store-2 back to 20 at application.yml:14 and redeploy it.",
                SHRUNK);
    }

    private static Symptom symptom() {
        return new Symptom(
                Symptom.Kind.POOL_EXHAUSTED,
                "store-2",
                "store-2: pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up");
    }

    private static Instant at(long seconds) {
        return ONSET.plusSeconds(seconds);
    }
}
