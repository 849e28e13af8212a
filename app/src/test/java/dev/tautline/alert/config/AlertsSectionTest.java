package dev.tautline.alert.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tautline.alert.AlertPolicy;
import dev.tautline.config.TautFile;
import dev.tautline.targets.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The reader and the published schema take the same and refuse the same.
class AlertsSectionTest {
    private static final Path SCHEMA = Path.of("../docs/reference/taut.schema.json");
    private static final String RECEIVER = "receivers: [{name: a, webhook: {url-env: URL}}]\n";
    private static final String WEBHOOK = "webhook: {url-env: URL}";

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivers: [{name: a, webhook: {url-env: URL, secret-env: WORD}}]",
                "receivers: [{name: a, webhook: {url: 'http://127.0.0.1:9/x'}, per-minute: 3, digest-from: 2}]",
                "receivers: [{name: a, slack: {url-env: URL}, owners: [database, network]}]",
                "receivers: [{name: a, teams: {url-file: secret}}]",
                "receivers: [{name: a, pagerduty: {routing-key-env: WORD, url: 'https://events.eu.pagerduty.com'}}]",
                "receivers: [{name: a, opsgenie: {key-file: secret}}]",
                "receivers: [{name: a, alertmanager: {url: 'http://alertmanager:9093'}}]",
                "receivers: [{name: a, alertmanager: {url: 'https://am.example', user: taut, password-env: WORD}}]",
                "receivers: [{name: a, ntfy: {topic-env: WORD, token-env: WORD}}]",
                "receivers: [{name: a, email: {host: mail.example, from: a@b.example, to: c@d.example}}]",
                RECEIVER + "routes: [{owners: database, severity: high, match: ['team=buy', 'subject=~db-.*'], to: a}]",
                RECEIVER + "escalate-after: 15m\nrepeat-every: 0s\nlabels: {environment: production}",
                RECEIVER + "runbook-url: 'https://wiki.example/{cause}'\ndashboard-url: https://taut.example/",
                RECEIVER + "heartbeats: [{url-env: URL, every: 30s}, {receiver: a}]",
                "maintenance: [{name: w, start: '2026-01-04T02:00', zone: Europe/Berlin, for: 2h, rule: FREQ=DAILY}]"
            })
    void takesWhatTheSchemaTakes(String yaml) throws IOException {
        assertThat(schemaErrors(yaml)).isEmpty();
        read(yaml);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receiver: []",
                "receivers: [{name: a}]",
                "receivers: [{name: a, slack: {url-env: URL}, " + WEBHOOK + "}]",
                "receivers: [{name: a, slack: {url: 'https://hooks.slack.com/services/T/B/x'}}]",
                "receivers: [{name: a, pagerduty: {}}]",
                "receivers: [{name: a, ntfy: {topic: alerts}}]",
                "receivers: [{name: a, " + WEBHOOK + ", owners: databse}]",
                "receivers: [{name: a, " + WEBHOOK + ", per-minute: 0}]",
                "receivers: [{name: a, " + WEBHOOK + ", digest-from: 1}]",
                RECEIVER + "routes: [{owners: database}]",
                RECEIVER + "routes: [{severity: worst, to: a}]",
                RECEIVER + "routes: [{match: 'team buy', to: a}]",
                RECEIVER + "escalate-after: 15",
                RECEIVER + "labels: {owner: me}",
                RECEIVER + "labels: {my-team: me}",
                RECEIVER + "runbook-url: https://wiki.example/",
                RECEIVER + "heartbeats: [{every: 1m}]",
                RECEIVER + "heartbeats: [{receiver: a, url-env: URL}]",
                "maintenance: [{name: w, start: tonight, for: 2h}]",
                "maintenance: [{name: w, start: '2026-01-04T02:00', for: 2h, rule: sometimes}]",
                "maintenance: [{name: w, start: '2026-01-04T02:00'}]"
            })
    void refusesWhatTheSchemaRefuses(String yaml) throws IOException {
        assertThat(schemaErrors(yaml)).isNotEmpty();
        read(yaml);
        assertThat(problems).isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithItsPlaceAndTheNearestName() throws IOException {
        read("""
                receivers:
                  - name: on-call
                    slak: {}
                  - name: dba
                    email: {host: mail.example, from: a@b.example, to: c@d.example, ca-file: absent.pem}
                routes:
                  - to: on-cal, dba
                maintenance:
                  - {name: w, start: '2026-01-04T02:00', zone: Europe/Berlim, for: 8d, rule: 'FREQ=WEEKLY;BYDAY=XX'}
                heartbeats:
                  - {receiver: dbb}
                """);

        assertThat(problems)
                .anyMatch(line -> line.contains("taut.yaml:4:7: unknown key 'slak', did you mean 'slack'?"))
                .anyMatch(line -> line.contains("absent.pem has no certificates that can be read"))
                .anyMatch(
                        line -> line.contains("taut.yaml:8:11: there is no receiver 'on-cal', did you mean 'on-call'?"))
                .anyMatch(line -> line.contains("'Europe/Berlim' is no known zone"))
                .anyMatch(line -> line.contains("a maintenance lasts from 1s to 7d"))
                .anyMatch(line -> line.contains("no rule of iCalendar such as FREQ=WEEKLY;BYDAY=SU"))
                .anyMatch(line -> line.contains("there is no receiver 'dbb', did you mean 'dba'?"));
    }

    @Test
    void neverRepeatsASecret() throws IOException {
        var policy = read("receivers: [{name: a, webhook: {url-env: URL, secret-env: WORD}}]\n"
                + "heartbeats: [{url-file: secret}]");

        assertThat(policy.toString()).doesNotContain("hooks.example", "s3cret", "first-line");
    }

    private AlertPolicy read(String alerts) throws IOException {
        Files.writeString(folder.resolve("secret"), "https://hooks.example/first-line\n");
        var file = Files.writeString(folder.resolve("taut.yaml"), "alerts:\n" + alerts.indent(2));
        var around =
                new Surroundings(Map.of("URL", "https://hooks.example/s3cret", "WORD", "s3cret"), folder, "nobody");
        var clock = Clock.fixed(Instant.parse("2026-06-07T10:45:00Z"), ZoneOffset.UTC);
        return TautFile.read(file, problems)
                .map(root -> new AlertsSection(file, around, clock).read(root, Map.of()))
                .orElse(AlertPolicy.NONE);
    }

    private static List<String> schemaErrors(String alerts) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        var yaml = new Load(LoadSettings.builder().build()).loadFromString("alerts:\n" + alerts.indent(2));
        return schema.validate(JsonMapper.shared().writeValueAsString(yaml), InputFormat.JSON).stream()
                .map(error -> error.getMessage())
                .toList();
    }
}
