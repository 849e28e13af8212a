package dev.tautline.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real application with the guide's configuration, over real HTTP, on a real PostgreSQL.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarterLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "hunter2-of-the-shop";

    private final HttpClient http = HttpClient.newHttpClient();
    private Cluster cluster;
    private ConfigurableApplicationContext shop;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        cluster = Cluster.builder().start();
        cluster.primary().execute("create role shop login password '" + PASSWORD + "'");
        Path configuration = Files.writeString(directory.resolve("application.yml"), Guide.yaml());
        shop = SpringApplication.run(
                TestShop.class,
                "--spring.config.location=" + configuration.toUri(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--DB_URL=" + cluster.primary().jdbcUrl("postgres"),
                "--DB_USER=shop",
                "--DB_PASSWORD=" + PASSWORD);
    }

    @AfterAll
    void close() {
        shop.close();
        cluster.close();
        http.close();
    }

    @Test
    void gaugesAndSecondsMoveUnderLoad() {
        List<CompletableFuture<HttpResponse<String>>> load = visit(4, "/product?seconds=1.5");
        assertThat(awaitPool(pool -> pool.get("active").asInt() == 4)).isNotNull();
        assertThat(load).allSatisfy(page -> assertThat(page.join().statusCode()).isEqualTo(200));
        JsonNode report = awaitReport(r -> sum(r.get("requests"), "slow") >= 4);
        assertThat(report.get("visitors").get("affected").asInt()).isPositive();
        assertThat(Instant.parse(report.get("at").asString())).isAfter(Instant.EPOCH);
        JsonNode slowest = report.get("requests")
                .valueStream()
                .filter(second -> second.get("slow").asInt() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(slowest.get("holdingMicros").get("p50").asLong()).isBetween(1_400_000L, 5_000_000L);
    }

    @Test
    void countsWaitsThatEndedWithoutAConnection() {
        visit(14, "/product?seconds=4").forEach(CompletableFuture::join);
        JsonNode pool = awaitPool(p -> sum(p.get("seconds"), "acquireTimeouts") >= 4);
        assertThat(pool.get("maximum").asInt()).isEqualTo(10);
        assertThat(awaitReport(r -> sum(r.get("requests"), "errors") >= 4)).isNotNull();
    }

    @Test
    void tellsAWrongPasswordFromEverythingElse() {
        HikariDataSource pool = shop.getBean(HikariDataSource.class);
        pool.setPassword("wrong-" + PASSWORD);
        try {
            pool.getHikariPoolMXBean().softEvictConnections();
            visit(1, "/product?seconds=0").forEach(CompletableFuture::join);
            JsonNode failure = awaitPool(p -> !p.get("connectFailures").isEmpty())
                    .get("connectFailures")
                    .get(0);
            assertThat(failure.get("step").asString()).isEqualTo("authenticate");
            assertThat(failure.get("sqlState").asString()).isEqualTo("28P01");
            JsonNode health = awaitJson(
                    "/actuator/health", h -> h.get("status").asString().equals("DOWN"));
            assertThat(health.toString()).contains("\"step\":\"authenticate\"", "\"owner\":\"APPLICATION\"");
        } finally {
            pool.setPassword(PASSWORD);
        }
        assertThat(awaitJson("/actuator/health", h -> h.get("status").asString().equals("UP")))
                .isNotNull();
    }

    @Test
    void showsSettingsWithTheLineTheyComeFromAndNoSecret() {
        JsonNode report = awaitReport(r -> true);
        JsonNode configuration = report.get("pools").get(0).get("configuration");
        JsonNode size = named(configuration, "maximumPoolSize");
        assertThat(size.get("value").asString()).isEqualTo("10");
        int line = (int) Guide.yaml()
                .substring(0, Guide.yaml().indexOf("maximum-pool-size"))
                .lines()
                .count();
        assertThat(size.get("origin").asString()).endsWith("application.yml:" + line + ":26");
        assertThat(named(configuration, "driver.loginTimeout").get("value").asString())
                .isEqualTo("5");
        assertThat(named(configuration, "driver.loginTimeout").get("origin").asString())
                .contains("application.yml:");
        assertThat(report.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void countsAnExceptionAsAnError() {
        visit(1, "/broken").forEach(page -> assertThat(page.join().statusCode()).isEqualTo(500));
        assertThat(awaitReport(r -> sum(r.get("requests"), "errors") >= 1)).isNotNull();
    }

    private List<CompletableFuture<HttpResponse<String>>> visit(int visitors, String path) {
        return IntStream.range(0, visitors)
                .mapToObj(i -> HttpRequest.newBuilder(url(path))
                        .header("Cookie", "cart=visitor-" + i)
                        .build())
                .map(request -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList();
    }

    private JsonNode awaitPool(Predicate<JsonNode> wanted) {
        return awaitReport(report -> wanted.test(report.get("pools").get(0)))
                .get("pools")
                .get(0);
    }

    private JsonNode awaitReport(Predicate<JsonNode> wanted) {
        return awaitJson("/actuator/tautline", wanted);
    }

    private JsonNode awaitJson(String path, Predicate<JsonNode> wanted) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        Deadline.in(PATIENCE)
                .await(
                        "the wanted answer of " + path,
                        () -> {
                            seen.set(JsonMapper.shared().readTree(get(path)));
                            return wanted.test(seen.get());
                        },
                        () -> String.valueOf(seen.get()));
        return seen.get();
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(url(path)).build();
        return http.sendAsync(request, BodyHandlers.ofString()).join().body();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port") + path);
    }

    private static int sum(JsonNode seconds, String field) {
        return seconds.valueStream()
                .mapToInt(second -> second.get(field).asInt())
                .sum();
    }

    private static JsonNode named(JsonNode settings, String name) {
        return settings.valueStream()
                .filter(setting -> setting.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
