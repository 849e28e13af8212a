package dev.tautline.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tautline.alert.Notice;
import dev.tautline.alert.Transition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against Prometheus' own Alertmanager, as Debian packages it.
class AlertmanagerTest {
    private static final Pattern LISTENS =
            Pattern.compile("msg=\"?Listening(?: on)?\"? address=(127\\.0\\.0\\.1:\\d+)");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private URI url;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var program = program();
        if (program.isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as("CI installs prometheus-alertmanager")
                    .isNotEqualTo("true");
            assumeThat(program).as("prometheus-alertmanager is installed").isPresent();
        }
        Files.writeString(folder.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        var log = folder.resolve("log");
        process = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "--config.file=" + folder.resolve("am.yml"),
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:0",
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        url = URI.create("http://" + awaitListening(log));
    }

    private static Optional<Path> program() {
        return Stream.of("prometheus-alertmanager", "alertmanager")
                .flatMap(name -> Stream.of("/usr/bin", "/usr/local/bin").map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String awaitListening(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            var said = LISTENS.matcher(Files.readString(log));
            if (said.find()) {
                return said.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("Alertmanager does not listen: " + Files.readString(log));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        http.close();
    }

    @Test
    void firesUnderNewLabelsWhenTheCauseIsRevisedAndEndsWithTheIncident() throws Exception {
        var channel = new Alertmanager(new HttpPost(http, Clock.systemUTC(), List.of()), url.resolve("/"), Map.of());
        var opened = fresh(ServicesTest.notice(Transition.OPENED, "short"), null, null);
        assertThat(channel.deliver(opened).what()).isEqualTo("answered 200");
        var firing = await(alerts -> alerts.size() == 1);
        assertThat(firing.at("/0/labels/alertname").stringValue()).isEqualTo("TautlineIncident");
        assertThat(firing.at("/0/labels/owner").stringValue()).isEqualTo("application");
        assertThat(firing.at("/0/annotations/description").stringValue()).contains("Fix: set it back to 20");

        var revised = fresh(ServicesTest.notice(Transition.REVISED, "short"), Map.of("owner", "database"), null);
        assertThat(channel.deliver(revised).taken()).isTrue();
        await(alerts ->
                alerts.size() == 1 && alerts.at("/0/labels/owner").stringValue().equals("database"));

        var resolved =
                fresh(ServicesTest.notice(Transition.RESOLVED, "short"), Map.of("owner", "database"), Instant.now());
        assertThat(channel.deliver(resolved).taken()).isTrue();
        await(JsonNode::isEmpty);
    }

    @Test
    void readsWhyAnAlertIsRefused() {
        var channel = new Alertmanager(new HttpPost(http, Clock.systemUTC(), List.of()), url, Map.of());
        var wrong = ServicesTest.notice(Transition.OPENED, "short");
        var receipt = channel.deliver(new Notice(
                wrong.key(),
                wrong.incident(),
                wrong.transition(),
                List.of(),
                wrong.at(),
                wrong.since(),
                null,
                wrong.subject(),
                wrong.text(),
                wrong.facts(),
                null,
                null,
                wrong.severity(),
                wrong.state(),
                Map.of("1digit", "first"),
                null,
                null,
                null));

        assertThat(receipt.refused()).isTrue();
        assertThat(receipt.what()).startsWith("answered 400");
    }

    /// As if it happened now, for Alertmanager's clock is the machine's.
    private static Notice fresh(Notice notice, @Nullable Map<String, String> changed, @Nullable Instant over) {
        var labels = new TreeMap<>(notice.labels());
        if (changed != null) {
            labels.putAll(changed);
        }
        var now = Instant.now();
        return new Notice(
                notice.key(),
                notice.incident(),
                notice.transition(),
                List.of(),
                now,
                now.minusSeconds(60),
                over,
                notice.subject(),
                notice.text(),
                notice.facts(),
                notice.cause(),
                notice.owner(),
                notice.severity(),
                notice.state(),
                labels,
                changed == null || over != null ? null : notice.labels(),
                notice.link(),
                notice.runbook());
    }

    private JsonNode await(Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        JsonNode last;
        do {
            var request = HttpRequest.newBuilder(url.resolve("/api/v2/alerts?active=true"))
                    .timeout(Duration.ofSeconds(5));
            last = JsonMapper.shared()
                    .readTree(
                            http.send(request.build(), BodyHandlers.ofString()).body());
            if (wanted.test(last)) {
                return last;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        } while (System.nanoTime() < end);
        throw new AssertionError("Alertmanager's alerts did not become what was waited for: " + last);
    }
}
