package dev.tautline.link.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Profile;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
    private static final String PLAIN_YAML = """
            spring:
              application.name: till
              datasource:
                url: jdbc:postgresql://db:5432/shop?socketTimeout=30
                username: till
                password: ${DB_PASSWORD}
                hikari:
                  maximum-pool-size: 20
                  data-source-properties:
                    tcpKeepAlive: true
            """;

    @TempDir
    private Path folder;

    @Test
    void readsADataSourceWithEveryValuesPlace() {
        write("application.yml", PLAIN_YAML);

        var client = onlyClient(read(Map.of()));

        assertThat(client.label()).isEqualTo("till (spring.datasource)");
        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(client.url().orElseThrow().hosts())
                .extracting(HostPort::host)
                .containsExactly("db");
        assertKnown(client, HikariKeys.MAXIMUM_POOL_SIZE, 20, "application.yml:8:26");
        assertKnown(client, PgjdbcKeys.SOCKET_TIMEOUT, Duration.ofSeconds(30), "application.yml:4:41");
        assertKnown(client, PgjdbcKeys.TCP_KEEP_ALIVE, true, "application.yml:10:23");
        assertThat(client.get(SpringKeys.DATASOURCE_PASSWORD)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void readsTheSameFromProperties() {
        write("application.properties", """
                # a comment
                spring.datasource.url = jdbc:postgresql://db:5432/shop\\
                    ?socketTimeout=30
                spring.datasource.hikari.maximumPoolSize: 20
                spring.datasource.hikari.pool-name=caf\\u00e9
                """);

        var client = onlyClient(read(Map.of()));

        assertKnown(client, HikariKeys.MAXIMUM_POOL_SIZE, 20, "application.properties:4:43");
        assertKnown(client, HikariKeys.POOL_NAME, "café", "application.properties:5:36");
        assertThat(client.get(PgjdbcKeys.SOCKET_TIMEOUT).knownValue()).contains(Duration.ofSeconds(30));
    }

    @Test
    void findsADataSourceUnderAnyPrefix() {
        write("application.yml", """
                chandlery:
                  browse:
                    datasource:
                      jdbc-url: jdbc:postgresql://db/shop
                      maximum-pool-size: 5
                      data-source-properties:
                        ApplicationName: browse
                  orders:
                    url: jdbc:postgresql://db/shop
                    hikari:
                      max-lifetime: 60000
                """);

        var clients = read(Map.of()).link().clients();

        assertThat(clients)
                .extracting(Client::dataSource)
                .containsExactly("chandlery.browse.datasource", "chandlery.orders");
        assertThat(clients)
                .extracting(Client::poolPrefix)
                .containsExactly("chandlery.browse.datasource", "chandlery.orders.hikari");
        assertThat(clients.getFirst().get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue())
                .contains(5);
        assertThat(clients.getFirst().get(PgjdbcKeys.APPLICATION_NAME).knownValue())
                .contains("browse");
        assertThat(clients.getLast().get(HikariKeys.MAX_LIFETIME).knownValue()).contains(Duration.ofMinutes(1));
    }

    @Test
    void resolvesPlaceholdersFromTheEnvironmentTheOtherKeysAndTheirDefaults() {
        write("application.yml", """
                db.name: shop
                spring.datasource:
                  url: jdbc:postgresql://${DB_HOST:localhost}:${DB_PORT:5432}/${db.name}?socketTimeout=${READ:30}
                """);

        var client = onlyClient(read(Map.of("DB_HOST", "db-1", "READ", "15")));

        var url = client.url().orElseThrow();
        assertThat(url.hosts()).singleElement().hasToString("db-1:5432");
        assertThat(url.database()).contains("shop");
        assertThat(client.get(PgjdbcKeys.SOCKET_TIMEOUT).knownValue()).contains(Duration.ofSeconds(15));
        assertThat(url.origin()).isInstanceOf(Origin.Environment.class);
    }

    @Test
    void placesAParameterWhereItIsWrittenEvenBehindAPlaceholder() {
        write("application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://${DB_HOST:localhost}/shop?socketTimout=30
                """);

        var stray = onlyClient(read(Map.of())).settings().strays().getFirst();

        assertThat(stray.name()).isEqualTo("socketTimout");
        assertThat(stray.written().origin().toString()).endsWith("application.yml:2:52");
    }

    @Test
    void keepsWhatNothingResolvesAsUnresolved() {
        write("application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://${DB_HOST}/shop
                  hikari.maximum-pool-size: ${DB_POOL}
                """);

        var client = onlyClient(read(Map.of()));

        assertThat(client.url()).map(JdbcUrl::isResolved).contains(false);
        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void aCycleOfPlaceholdersEndsAsUnresolved() {
        write("application.yml", """
                a: ${b}
                b: ${a}
                spring.datasource:
                  url: jdbc:postgresql://${a}/shop
                """);

        assertThat(onlyClient(read(Map.of())).url()).map(JdbcUrl::isResolved).contains(false);
    }

    @Test
    void readsEachProfileOnTopOfThePlainConfiguration() {
        write("application.yml", PLAIN_YAML + """
                ---
                spring:
                  config.activate.on-profile: "prod & !eu"
                  datasource.hikari.maximum-pool-size: 50
                """);
        write("application-dev.yml", "spring.datasource.url: jdbc:postgresql://localhost/shop\n");

        var clients = read(Map.of()).link().clients();

        assertThat(clients)
                .extracting(Client::profile)
                .containsExactly(Profile.PLAIN, Profile.of("prod"), Profile.of("dev"));
        assertThat(clients)
                .extracting(client ->
                        client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue().orElseThrow())
                .containsExactly(20, 50, 20);
        assertThat(clients)
                .extracting(
                        client -> client.url().orElseThrow().hosts().getFirst().host())
                .containsExactly("db", "db", "localhost");
    }

    @Test
    void readsOneProfileWhenAsked() {
        write("application.yml", PLAIN_YAML + "  profiles.group.live: prod\n");
        write("application-prod.yml", "spring.datasource.hikari.maximum-pool-size: 50\n");

        var reader = new ConfigurationReader(Map.of(), Optional.of(Profile.of("live")));
        var client = onlyClient(reader.read(List.of(folder), List.of()));

        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue()).contains(50);
    }

    @Test
    void theConfigFolderOverridesAndPropertiesOverrideYaml() {
        write("src/main/resources/application.yml", PLAIN_YAML);
        write(
                "src/main/resources/config/application.yml",
                "spring.datasource.hikari.maximum-pool-size: 30\nspring.datasource.hikari.pool-name: a");
        write("src/main/resources/config/application.properties", "spring.datasource.hikari.pool-name=b");

        var client = onlyClient(read(Map.of()));

        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue()).contains(30);
        assertThat(client.get(HikariKeys.POOL_NAME).knownValue()).contains("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE"})
    void anEnvironmentVariableOverridesTheFile(String variable) {
        write("application.yml", PLAIN_YAML);

        var setting = onlyClient(read(Map.of(variable, "1"))).get(HikariKeys.MAXIMUM_POOL_SIZE);

        assertThat(setting.knownValue()).contains(1);
        assertThat(setting.known().orElseThrow().origin().toString()).contains("environment variable " + variable);
    }

    @Test
    void namesThatThePoolOrTheDriverDoesNotKnowAreStrays() {
        write("application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://db/shop?socketTimout=30
                  max-active: 50
                  hikari:
                    max-pool-size: 5
                    max-life-time: 60000
                """);

        var client = onlyClient(read(Map.of()));

        assertThat(client.settings().strays())
                .extracting(stray -> stray.product() + " " + stray.name())
                .containsExactlyInAnyOrder("PGJDBC socketTimout", "SPRING_BOOT max-active", "HIKARICP max-pool-size");
        assertThat(client.get(HikariKeys.MAX_LIFETIME).knownValue()).contains(Duration.ofMinutes(1));
    }

    @Test
    void aMalformedFileIsAProblemWithItsPlaceAndTheOthersAreRead() {
        write("broken/application.yml", "spring:\n  datasource:\n    url: [jdbc:postgresql://db/shop\n  more: 1\n");
        write("sound/application.yml", PLAIN_YAML);

        var configuration = read(Map.of());

        assertThat(configuration.link().clients()).hasSize(1);
        assertThat(configuration.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.origin().toString()).endsWith("broken/application.yml:4:7");
            assertThat(problem.message()).startsWith("not YAML");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t- a", "a: *nowhere", "\u0000", "{{ .Values.url }}: 1", "a: 'open"})
    void anyMalformedYamlIsAProblemAndNotAnException(String text) {
        write("application.yml", text);

        assertThat(read(Map.of()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.origin().place()).isPresent());
    }

    @Test
    void cyclesBombsAndDeepNestingEnd() {
        write("cycle/application.yml", "a: &a\n  b: *a\n  c: 1\n");
        write("bomb/application.yml", bomb());
        write("deep/application.yml", "[".repeat(100_000));
        write("long/application.yml", "a: [" + "x, ".repeat(20_001) + "]");

        var problems = read(Map.of()).problems();

        assertThat(problems).anySatisfy(problem -> assertThat(problem.message()).contains("deeper than"));
        assertThat(problems).anySatisfy(problem -> assertThat(problem.message()).contains("values; the rest"));
        assertThat(problems).anySatisfy(problem -> assertThat(problem.message()).contains("aliases"));
    }

    private static String bomb() {
        var text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("l%d: &l%d [*l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        return text.toString();
    }

    @Test
    void propertiesMayBeInLatin1() throws IOException {
        Files.write(
                folder.resolve("application.properties"),
                "# Verf\u00fcgbarkeit\nspring.datasource.url=jdbc:postgresql://db/shop\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        var read = read(Map.of());

        assertThat(read.problems()).isEmpty();
        assertThat(read.link().clients()).hasSize(1);
    }

    @Test
    void aFileThatIsNotUtf8IsAProblem() throws IOException {
        Files.write(folder.resolve("application.yml"), "a: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(Map.of()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("not UTF-8"));
    }

    @Test
    void buildOutputHiddenFoldersAndTestResourcesAreLeftOut() {
        for (var place : List.of("target", "build", "node_modules", ".git", "src/test/resources")) {
            write(place + "/application.yml", PLAIN_YAML);
        }

        var configuration = read(Map.of());

        assertThat(configuration.link().clients()).isEmpty();
        assertThat(configuration.filesRead()).isZero();
        assertThat(configuration.testFoldersSkipped()).isEqualTo(1);
    }

    @Test
    void takesVersionsFromTheBuildFileAndItsParent() {
        write("pom.xml", """
                <project>
                  <properties><hikari.version>6.2.0</hikari.version></properties>
                  <dependencyManagement><dependencies><dependency>
                    <groupId>com.zaxxer</groupId><artifactId>HikariCP</artifactId><version>${hikari.version}</version>
                  </dependency></dependencies></dependencyManagement>
                </project>
                """);
        write("shop/pom.xml", """
                <project>
                  <parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent>
                  <dependencies><dependency>
                    <groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-data-jpa</artifactId>
                  </dependency></dependencies>
                </project>
                """);
        write("shop/src/main/resources/application.yml", PLAIN_YAML);

        var client = onlyClient(read(Map.of()));

        assertThat(client.settings().versions().describe(Product.HIKARICP)).isEqualTo("6.2.0");
        assertThat(client.get(HikariKeys.KEEPALIVE_TIME).knownValue()).contains(Duration.ZERO);
        assertThat(client.settings().versions().describe(Product.PGJDBC)).contains("assumed");
        assertThat(client.libraries().hasJpa()).contains(true);
        assertThat(client.libraries().hasWeb()).contains(false);
    }

    @Test
    void springBootsVersionLeadsToTheOnesItManages() {
        write("pom.xml", """
                <project><parent>
                  <groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId>
                  <version>3.4.10</version>
                </parent></project>
                """);
        write("application.yml", PLAIN_YAML);

        assertThat(onlyClient(read(Map.of())).settings().versions().describe(Product.HIKARICP))
                .isEqualTo("5.1.0 (managed by Spring Boot 3.4.10)");
    }

    @Test
    void aMalformedBuildFileIsAProblemAndVersionsStayUnknown() {
        write("pom.xml", "<project><oops></project>");
        write("application.yml", PLAIN_YAML);

        var configuration = read(Map.of());

        assertThat(configuration.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.origin().toString()).contains("pom.xml:1:"));
        assertThat(onlyClient(configuration).settings().versions().describe(Product.HIKARICP))
                .contains("assumed");
    }

    @Test
    void readsTheServersSettings() {
        write("db/postgresql.conf", "# comment\nmax_connections = 40   # few\nshared_buffers = '1GB'\n");

        var server = read(Map.of()).link().servers().getFirst();

        assertThat(server.name()).isEqualTo("db");
        assertThat(server.get(PostgresKeys.MAX_CONNECTIONS).knownValue()).contains(40);
        assertThat(server.get(PostgresKeys.SUPERUSER_RESERVED_CONNECTIONS).knownValue())
                .contains(3);
    }

    @Test
    void readsAPlainUrl() {
        var reader = new ConfigurationReader(Map.of(), Optional.empty());
        var client = onlyClient(
                reader.read(List.of(), List.of("jdbc:postgresql://db/shop?socketTimeout=30&password=s3cret")));

        assertThat(client.pool()).isEqualTo(Pool.NONE);
        assertThat(client.get(PgjdbcKeys.SOCKET_TIMEOUT).knownValue()).contains(Duration.ofSeconds(30));
        assertThat(client.toString()).doesNotContain("s3cret");
    }

    @Test
    void noSecretIsPrinted() {
        write("application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://db/shop?password=s3cret
                  password: s3cret
                """);

        assertThat(onlyClient(read(Map.of())).toString()).doesNotContain("s3cret");
    }

    private <T> void assertKnown(Client client, SettingKey<T> key, T value, String place) {
        var known = client.get(key).known().orElseThrow();
        assertThat(known.value()).isEqualTo(value);
        assertThat(known.origin().toString()).endsWith(place);
    }

    private static Client onlyClient(Configuration configuration) {
        assertThat(configuration.link().clients()).hasSize(1);
        return configuration.link().clients().getFirst();
    }

    private Configuration read(Map<String, String> environment) {
        return new ConfigurationReader(environment, Optional.empty()).read(List.of(folder), List.of());
    }

    private void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
