package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tautline.alert.Channel;
import dev.tautline.alert.Fact;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Transition;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.incident.State;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What each service gets has the shape that the service documents; the schemas in the resources cite where.
class ServicesTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpPost post = new HttpPost(http, Clock.systemUTC(), List.of());
    private Services service;

    @BeforeEach
    void start() throws IOException {
        service = new Services(202);
    }

    @AfterEach
    void stop() {
        service.close();
        http.close();
    }

    @Test
    void slackGetsBlocks() {
        deliver(new Slack(post, url("/services/T0/B0/x")), notice(Transition.OPENED, "short"));

        assertThat(errors("slack", 0)).isEmpty();
        var body = service.got().getFirst().body();
        assertThat(body.at("/blocks/0/text/text").stringValue()).isEqualTo("[opened] Pool <too> small & slow");
        assertThat(body.at("/blocks/1/text/text").stringValue()).isEqualTo("*Cause*\nshort");
        assertThat(body.at("/text").stringValue()).isEqualTo("[opened] Pool &lt;too&gt; small &amp; slow");
    }

    @Test
    void slackCannotBeMadeToCallEverybody() {
        deliver(new Slack(post, url("/x")), notice(Transition.OPENED, "<!channel> & <@U1>"));

        assertThat(service.got().getFirst().body().at("/blocks/1/text/text").stringValue())
                .isEqualTo("*Cause*\n&lt;!channel&gt; &amp; &lt;@U1&gt;");
    }

    @Test
    void teamsGetsAnAdaptiveCard() {
        deliver(new Teams(post, url("/workflows/x")), notice(Transition.OPENED, "short"));

        assertThat(errors("teams", 0)).isEmpty();
    }

    @Test
    void whatIsLongFitsIntoEachService() throws IOException {
        var giant = notice(Transition.OPENED, "ünd ".repeat(20_000));
        for (Channel channel : all()) {
            assertThat(channel.deliver(giant).taken()).as(channel.kind()).isTrue();
        }
        var sizes = new ArrayList<Integer>();
        service.got().forEach(got -> sizes.add(got.body().toString().getBytes(UTF_8).length));
        assertThat(errors("slack", 0)).isEmpty();
        assertThat(errors("teams", 1)).isEmpty();
        assertThat(sizes.get(1)).as("bytes that Teams takes").isLessThan(28 * 1024);
        assertThat(errors("pagerduty", 2)).isEmpty();
        assertThat(sizes.get(2)).as("bytes that PagerDuty takes").isLessThan(512 * 1024);
        assertThat(errors("opsgenie", 3)).isEmpty();
        assertThat(errors("ntfy", 4)).isEmpty();
        assertThat(service.got().get(4).body().at("/message").stringValue().getBytes(UTF_8))
                .as("bytes of a message that ntfy shows")
                .hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void pagerDutyGetsOneIncidentFromItsTriggerToItsEnd() {
        var channel = new PagerDuty(post, service.url(), Secret.of("routing-key-of-32-characters-abc"));
        for (var transition :
                List.of(Transition.OPENED, Transition.REVISED, Transition.ACKNOWLEDGED, Transition.RESOLVED)) {
            deliver(channel, notice(transition, "short"));
        }

        assertThat(service.got())
                .extracting(got -> got.body().at("/event_action").stringValue())
                .containsExactly("trigger", "trigger", "acknowledge", "resolve");
        assertThat(service.got())
                .allSatisfy(got -> assertThat(got.path()).isEqualTo("/v2/enqueue"))
                .extracting(got -> got.body().at("/dedup_key").stringValue())
                .containsOnly("tautline-i1");
        for (int i = 0; i < 4; i++) {
            assertThat(errors("pagerduty", i)).isEmpty();
        }
    }

    @Test
    void aTestLeavesNoIncidentBehind() {
        deliver(new PagerDuty(post, service.url(), Secret.of("k")), notice(Transition.TEST, "short"));
        deliver(new Opsgenie(post, service.url(), Secret.of("k")), notice(Transition.TEST, "short"));

        assertThat(service.got().get(1).body().at("/event_action").stringValue())
                .isEqualTo("resolve");
        assertThat(service.got().get(3).path()).isEqualTo("/v2/alerts/tautline-i1/close?identifierType=alias");
    }

    @Test
    void opsgenieGetsAnAlertANoteAndItsEnd() {
        var channel = new Opsgenie(post, service.url(), Secret.of("k3y"));
        deliver(channel, notice(Transition.OPENED, "short"));
        deliver(channel, notice(Transition.REVISED, "short"));
        deliver(channel, notice(Transition.ACKNOWLEDGED, "short"));
        deliver(channel, notice(Transition.RESOLVED, "short"));

        assertThat(service.got())
                .extracting(Services.Got::path)
                .containsExactly(
                        "/v2/alerts",
                        "/v2/alerts",
                        "/v2/alerts/tautline-i1/notes?identifierType=alias",
                        "/v2/alerts/tautline-i1/acknowledge?identifierType=alias",
                        "/v2/alerts/tautline-i1/close?identifierType=alias");
        assertThat(service.got())
                .allSatisfy(got -> assertThat(got.authorization()).isEqualTo("GenieKey k3y"));
        assertThat(errors("opsgenie", 0)).isEmpty();
        assertThat(service.got().getFirst().body().at("/priority").stringValue())
                .isEqualTo("P2");
    }

    @Test
    void ntfyGetsAMessageWithItsPriority() {
        var headers = Map.of("Authorization", "Bearer tk");
        deliver(new Ntfy(post, service.url(), Secret.of("topic"), headers), notice(Transition.OPENED, "short"));

        assertThat(errors("ntfy", 0)).isEmpty();
        assertThat(service.got().getFirst().path()).isEqualTo("/");
        assertThat(service.got().getFirst().authorization()).isEqualTo("Bearer tk");
        assertThat(service.got().getFirst().body().at("/priority").intValue()).isEqualTo(5);
    }

    @Test
    void aPingIsAGet() {
        deliver(new Ping(post, url("/ping/uuid")), notice(Transition.HEARTBEAT, "short"));

        assertThat(service.got().getFirst().method()).isEqualTo("GET");
        assertThat(service.got().getFirst().path()).isEqualTo("/ping/uuid");
    }

    private List<Channel> all() {
        return List.of(
                new Slack(post, url("/slack")),
                new Teams(post, url("/teams")),
                new PagerDuty(post, service.url(), Secret.of("k")),
                new Opsgenie(post, service.url(), Secret.of("k")),
                new Ntfy(post, service.url(), Secret.of("topic"), Map.of()));
    }

    private void deliver(Channel channel, Notice notice) {
        assertThat(channel.deliver(notice).what()).isEqualTo("answered 202");
    }

    private Secret url(String path) {
        return Secret.of(service.url() + path);
    }

    private List<String> errors(String schema, int index) {
        try (var in = ServicesTest.class.getResourceAsStream(schema + ".schema.json")) {
            var read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            return read.validate(service.got().get(index).body().toString(), InputFormat.JSON).stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Notice notice(Transition transition, String cause) {
        var facts = List.of(
                new Fact("Cause", cause),
                new Fact("Evidence", "1 of 1 in use"),
                new Fact("Evidence", "14 waiting"),
                new Fact("Fix", "set it back to 20"));
        return new Notice(
                "i1/" + transition + "/x",
                "i1",
                transition,
                List.of(),
                NOW,
                NOW.minusSeconds(5),
                transition == Transition.RESOLVED ? NOW : null,
                "[opened] Pool <too> small & slow",
                "Cause: " + cause + "\nFix: set it back to 20\n",
                facts,
                "pool-too-small",
                Owner.APPLICATION,
                Severity.HIGH,
                transition == Transition.RESOLVED ? State.RESOLVED : State.OPEN,
                Map.of("incident", "i1", "owner", "application", "severity", "high", "subject", "shop-3"),
                null,
                "http://127.0.0.1:7070/#/incidents/i1",
                "https://wiki.example/pool-too-small");
    }
}
