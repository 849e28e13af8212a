package dev.tautline.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.dashboard.Dashboard;
import dev.tautline.dashboard.Findings;
import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Account;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.dashboard.access.Scope;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.fault.Application;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Routes;
import dev.tautline.lab.fault.Surroundings;
import dev.tautline.lab.name.HostsFile;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.labdoor.DoorRelay;
import dev.tautline.labdoor.FaultsInForce;
import dev.tautline.labdoor.LabDoor;
import dev.tautline.labdoor.LabVisitor;
import dev.tautline.published.GuardIncident;
import dev.tautline.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rounds on a real server, played over a real dashboard. What the guard publishes is said by hand.
@Tag("lab")
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class GameDayLabTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OPERATOR = "operator-4c1f0d0a4c64c7f9a5a9a5b1";
    private static final String VIEWER = "viewer-0d0a4c64c7f9a5a9a5b14c1f";
    private static final Account LOOKS_ON = new Account.Token(
            "viewer",
            Set.of(Scope.READ),
            Account.Token.of("x", Secret.of(VIEWER)).sha256());
    private static final Account PLAYS = Account.Token.of("operator", Secret.of(OPERATOR));

    @TempDir
    private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<GuardIncident> published = new CopyOnWriteArrayList<>();
    private Cluster cluster;
    private Routes routes;
    private Lab lab;
    private Choices choices;
    private FaultsInForce faults;
    private LabDoor door;
    private LabVisitor shell;
    private DoorRelay relay;
    private Dashboard dashboard;

    @BeforeAll
    void startServer() {
        cluster = Cluster.builder().start();
        routes = new Routes(HostsFile.create(folder.resolve("hosts")));
        routes.open("db-1.example.test", cluster.primary(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        lab = new Lab(cluster, routes, new Application("postgres", "postgres"), Surroundings.NONE, Clock.systemUTC());
        choices = Choices.in(lab);
    }

    @AfterAll
    void stopServer() {
        http.shutdownNow();
        routes.close();
        cluster.close();
    }

    @BeforeEach
    void beginGame() {
        published.clear();
        faults = new FaultsInForce(lab, Clock.systemUTC());
        var game = new GameDay(faults, choices, _ -> List.copyOf(published), new Random(7), Clock.systemUTC());
        door = LabDoor.open(faults, folder, List.of(game::addTo));
        shell = LabVisitor.at(folder);
        relay = new DoorRelay(folder);
        dashboard = Dashboard.start(
                DashboardConfig.DEFAULT.withPort(0),
                new Access(false, List.of(LOOKS_ON, PLAYS), Clock.systemUTC()),
                SeriesReader.in(folder),
                Findings.none(),
                List.of(relay::addTo));
    }

    @AfterEach
    void endGame() {
        dashboard.close();
        relay.close();
        shell.close();
        door.close();
        faults.close();
    }

    @Test
    void timesTheGuardOnAFaultThatWasChosen() throws Exception {
        assertThat(play("rounds", "{\"fault\":\"server-read-only\"}").statusCode())
                .isEqualTo(202);
        var round = await("in-force");
        assertThat(round.path("revealed").booleanValue()).isTrue();
        assertThat(shell.all()).extracting("fault").containsExactly("server-read-only");

        var struck = struck(round);
        published.add(incident(struck.plusMillis(1200), struck.plusMillis(2300), "read-only-by-setting"));
        assertThat(play("heal", "").statusCode()).isEqualTo(202);

        var over = awaitOver(1);
        assertThat(over.path("guard").path("detectedMillis").longValue()).isEqualTo(1200);
        assertThat(over.path("guard").path("namedMillis").longValue()).isEqualTo(2300);
        assertThat(over.path("guard").path("right").booleanValue()).isTrue();
        assertThat(over.path("guess").isNull()).isTrue();
        assertThat(shell.all()).isEmpty();
    }

    @Test
    void hidesAFaultFromTheShellUntilItIsGuessed() throws Exception {
        shell.inject("server-read-only");
        var round = await("in-force");
        published.add(incident(struck(round), struck(round), "server-down"));
        var hidden = send("GET", "", OPERATOR, null).body();
        assertThat(hidden).contains("\"begin\":\"shell\"").doesNotContain("read-only", "server-down");

        assertThat(play("rounds", "{}").statusCode()).as("one at a time").isEqualTo(409);
        assertThat(play("guess", "{\"cause\":\"read-only-by-settings\"}").body())
                .contains("read-only-by-setting'");
        var told = json(play("guess", "{\"cause\":\"read-only-by-setting\"}")).path("round");

        assertThat(told.path("guess").path("right").booleanValue()).isTrue();
        assertThat(told.path("fault").path("id").stringValue()).isEqualTo("server-read-only");
        assertThat(told.path("guard").path("cause").path("id").stringValue()).isEqualTo("server-down");
        assertThat(told.path("guard").path("right").booleanValue()).isFalse();
        assertThat(play("guess", "{\"cause\":null}").statusCode())
                .as("once only")
                .isEqualTo(409);
        shell.heal("server-read-only");
        awaitOver(1);
    }

    @Test
    void drawsASurpriseThatNobodyNamesBeforeItIsGivenUp() throws Exception {
        assertThat(play("rounds", "{}").statusCode()).isEqualTo(202);
        var drawn = play("rounds", "{}");
        assertThat(drawn.statusCode()).isEqualTo(409);
        await("in-force");
        assertThat(shell.all())
                .singleElement()
                .satisfies(held -> assertThat(held.fault()).isEqualTo(FaultsInForce.SECRET));
        var name = faults.all().getFirst().fault();
        assertThat(send("GET", "", VIEWER, null).body()).doesNotContain('"' + name + '"');

        play("guess", "{\"cause\":null}");

        assertThat(shell.all())
                .singleElement()
                .satisfies(held -> assertThat(held.fault()).isEqualTo(name));
        play("heal", "");
        var over = awaitOver(1);
        assertThat(over.path("guess").path("gaveUp").booleanValue()).isTrue();
        assertThat(over.path("fault").path("id").stringValue()).isEqualTo(name);
    }

    @Test
    void refusesWhatIsNoMove() throws Exception {
        assertThat(send("POST", "/rounds", VIEWER, "{}").statusCode())
                .as("a viewer looks on")
                .isEqualTo(403);
        assertThat(send("GET", "", VIEWER, null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "", null, null).statusCode()).isEqualTo(401);
        var misspelt = play("rounds", "{\"fault\":\"server-read-onli\"}");
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.body()).contains("nearest: 'server-read-only'");
        var impossible = play("rounds", "{\"fault\":\"pool-too-small\"}");
        assertThat(impossible.statusCode()).isEqualTo(409);
        assertThat(impossible.body()).contains("no application here");
        for (var body : List.of("", "[]", "{\"fualt\":\"server-read-only\"}", "nonsense")) {
            assertThat(play("rounds", body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(play("guess", "{\"cause\":null}").statusCode()).isEqualTo(409);
        assertThat(play("heal", "").statusCode()).isEqualTo(409);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void asksABrowserForTheMarkOfItsSession() throws Exception {
        var login = http.send(
                request("api/session", Map.of())
                        .POST(BodyPublishers.ofString("{\"token\":\"" + OPERATOR + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(json(login).path("gameDay").booleanValue()).isTrue();
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

        var forged = http.send(
                request("api/game-day/rounds", Map.of("Cookie", cookie))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("X-CSRF-Token");
    }

    @Test
    void tellsWhatCanBeInjectedAndWhyTheRestCannot() throws Exception {
        var told = json(send("GET", "/choices", VIEWER, null));

        assertThat(told.path("faults").valueStream())
                .anySatisfy(one -> {
                    assertThat(one.path("id").stringValue()).isEqualTo("server-read-only");
                    assertThat(one.path("obstacle").isNull()).isTrue();
                })
                .anySatisfy(one -> {
                    assertThat(one.path("id").stringValue()).isEqualTo("failover");
                    assertThat(one.path("obstacle").stringValue()).contains("standby");
                });
        assertThat(told.path("causes").valueStream().map(one -> one.path("id").stringValue()))
                .contains("read-only-by-setting")
                .doesNotContain("pooler-exhausted");
    }

    @Test
    void isNotThereWithoutALab() throws Exception {
        door.close();
        assertThat(send("GET", "", OPERATOR, null).statusCode())
                .as("the stage is not up")
                .isEqualTo(503);
        dashboard.close();
        dashboard = Dashboard.start(
                DashboardConfig.DEFAULT.withPort(0),
                new Access(false, List.of(PLAYS), Clock.systemUTC()),
                SeriesReader.in(folder),
                Findings.none(),
                List.of());

        assertThat(play("rounds", "{}").statusCode()).isEqualTo(404);
        assertThat(send("GET", "", OPERATOR, null).statusCode()).isEqualTo(404);
        var who = http.send(request("api/session", Map.of()).GET().build(), BodyHandlers.ofString());
        assertThat(json(who).path("gameDay").booleanValue()).isFalse();
    }

    private static GuardIncident incident(Instant detected, Instant named, String cause) {
        return new GuardIncident(
                "20261130-101500",
                true,
                detected,
                detected,
                named,
                null,
                new GuardIncident.Cause(cause, cause, "db-1", "it is so", List.of(), "mend it"),
                List.of(),
                List.of(),
                new GuardIncident.Impact(0, 0));
    }

    private static Instant struck(JsonNode round) {
        return Instant.parse(round.path("struckAt").stringValue());
    }

    private JsonNode await(String phase) {
        Deadline.in(SOON)
                .await(
                        "a round that is " + phase,
                        () -> phase.equals(
                                standing().path("round").path("phase").asString("")),
                        () -> standing().toPrettyString());
        return standing().path("round");
    }

    private JsonNode awaitOver(int rounds) {
        Deadline.in(SOON)
                .await(
                        rounds + " rounds to be over",
                        () -> standing().path("rounds").size() == rounds
                                && standing().path("round").isNull(),
                        () -> standing().toPrettyString());
        return standing().path("rounds").path(rounds - 1);
    }

    private JsonNode standing() {
        return json(send("GET", "", OPERATOR, null));
    }

    private HttpResponse<String> play(String move, String body) {
        return send("POST", "/" + move, OPERATOR, body);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body) {
        try {
            return http.send(
                    request(
                                    "api/game-day" + path,
                                    token == null ? Map.of() : Map.of("Authorization", "Bearer " + token))
                            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(dashboard.url().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
