package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.config.KnownFacts;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientConnectionsTest {
    private static final String APPLICATION = "src/main/resources/application.yml";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void connectsAsTheApplicationWould() throws IOException {
        write("pom.xml", "<project><artifactId>orders</artifactId></project>");
        var authority = write("tls/ca.pem", "a certificate");
        write(APPLICATION, """
                spring:
                  datasource:
                    url: jdbc:postgresql://127.0.0.1:6432/shop?targetServerType=primary&connectTimeout=1
                    username: orders
                    password: ${ORDERS_WORD}
                    hikari:
                      data-source-properties:
                        sslmode: verify-full
                        sslrootcert: tls/ca.pem
                """);

        var found = find(Map.of("ORDERS_WORD", "sesame"));
        assertThat(found.rest()).isEmpty();
        var target = found.targets().getFirst().target();
        var host = target.hosts().getFirst();
        assertThat(host.endpoint()).isEqualTo("127.0.0.1:6432");
        assertThat(host.database()).isEqualTo("shop");
        assertThat(host.user()).isEqualTo("orders");
        assertThat(Objects.requireNonNull(host.password()).reveal()).isEqualTo("sesame");
        assertThat(host.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(host.rootCertificate()).isEqualTo(authority);
        assertThat(host.expected()).isEqualTo(Expectation.PRIMARY);
        assertThat(target.connectTimeout()).contains(Duration.ofSeconds(1));
        assertThat(target.name()).contains("spring.datasource");
        assertThat(target.toString()).doesNotContain("sesame");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://${DB_HOST}/shop | nothing here resolves",
                "${DB_URL} | nothing here resolves it",
                "jdbc:mysql://db/shop | only PostgreSQL can be probed",
                "jdbc:h2:mem:shop | it calls h2",
                "jdbc:postgresql://127.0.0.1/shop?sslmode=${MODE} | sslmode is ${MODE}",
                "jdbc:postgresql://127.0.0.1/shop?sslrootcert=/no/such/ca.pem | its sslrootcert /no/such/ca.pem is not on",
                "jdbc:postgresql://127.0.0.1/shop?sslrootcert=ca.pem | its sslrootcert ca.pem is not on this machine",
                "jdbc:postgresql://127.0.0.1/shop?sslmode=requier | nearest: 'require'",
                "jdbc:postgresql://127.0.0.1/shop?socketFactory=com.google.cloud.sql.postgres.SocketFactory | in a way of its",
                "jdbc:postgresql://127.0.0.1/shop?sslfactory=org.postgresql.ssl.NonValidatingFactory | in a way of its own"
            })
    void saysWhyAConnectionCannotBeTried(String url, String why) throws IOException {
        write(APPLICATION, "spring.datasource: {url: '" + url + "', username: orders, password: sesame}\n");

        var found = find(Map.of());
        assertThat(found.targets()).isEmpty();
        assertThat(found.rest()).singleElement().satisfies(one -> {
            assertThat(one.why()).contains(why);
            assertThat(one.at().toString()).contains("application.yml:1:");
            assertThat(one.toString()).doesNotContain("sesame");
        });
    }

    @Test
    void aLoginThatIsElsewhereIsNotReplacedByNone() throws IOException {
        write(APPLICATION, """
                spring.datasource:
                  url: jdbc:postgresql://127.0.0.1/shop
                  username: orders
                  password: ${ORDERS_WORD}
                """);

        assertThat(find(Map.of()).rest())
                .singleElement()
                .extracting(NotProbed::why)
                .asString()
                .contains("its password is ", "--password-env");
        assertThat(find(Map.of("PGPASSWORD", "sesame")).targets()).hasSize(1);
    }

    @Test
    void aNameOfAComposeProjectHoldsInsideOnly() throws IOException {
        write("compose.yaml", """
                services:
                  orders:
                    build: .
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://taut-test-db/shop
                      SPRING_DATASOURCE_USERNAME: orders
                      SPRING_DATASOURCE_PASSWORD: sesame
                  taut-test-db:
                    image: postgres:18
                """);
        write(APPLICATION, "spring.datasource.url: jdbc:postgresql://127.0.0.1/shop\n");

        assertThat(find(Map.of()).rest())
                .extracting(NotProbed::why)
                .anyMatch(why -> why.contains("'taut-test-db' is the name") && why.contains("holds inside only"));
    }

    @Test
    void connectsThroughThePoolerAndPastIt() throws IOException {
        write(APPLICATION, """
                spring.datasource:
                  url: jdbc:postgresql://127.0.0.1:6432/shop
                  username: orders
                  password: sesame
                """);
        write("taut.yaml", """
                hops:
                  - {address: '127.0.0.1:6432', product: pgbouncer, target: '127.0.0.2:5433'}
                """);

        assertThat(find(Map.of()).targets())
                .extracting(one -> one.target().name().replaceFirst(".* past", "past"))
                .hasSize(2)
                .last()
                .isEqualTo("past 127.0.0.1");
        assertThat(find(Map.of()).targets().stream().flatMap(one -> one.target().hosts().stream()))
                .extracting(ProbeTarget::endpoint)
                .containsExactly("127.0.0.1:6432", "127.0.0.2:5433");
        assertThat(find(Map.of()).bypasses())
                .singleElement()
                .extracting(
                        way -> way.through().getFirst().endpoint(),
                        way -> way.past().getFirst().endpoint())
                .containsExactly("127.0.0.1:6432", "127.0.0.2:5433");
    }

    @Test
    void aWayThatIsOnlyLikelyIsNotTaken() throws IOException {
        write(APPLICATION, """
                spring.datasource:
                  url: jdbc:postgresql://127.0.0.1:6432/shop
                  username: orders
                  password: sesame
                """);
        write("pgbouncer.ini", """
                [databases]
                shop = host=127.0.0.2 port=5433
                [pgbouncer]
                listen_port = 6432
                """);

        assertThat(find(Map.of()).targets()).hasSize(1);
    }

    @Test
    void clientsThatWouldOpenTheSameConnectionAreOne() throws IOException {
        write(APPLICATION, """
                spring.datasource: {url: 'jdbc:postgresql://127.0.0.1/shop', username: orders, password: sesame}
                """);
        write("src/main/resources/application-eu.yml", "spring.datasource.hikari.maximum-pool-size: 7\n");
        write("src/main/resources/application-us.yml", "spring.datasource.url: jdbc:postgresql://127.0.0.2/shop\n");

        assertThat(find(Map.of()).targets().stream().flatMap(one -> one.target().hosts().stream()))
                .extracting(ProbeTarget::host)
                .containsExactly("127.0.0.1", "127.0.0.2");
    }

    private FoundConnections find(Map<String, String> environment) {
        var read = new ConfigurationReader(environment, Optional.empty()).read(List.of(folder), List.of());
        var around = new Surroundings(environment, folder, "nobody");
        var file = folder.resolve("taut.yaml");
        var facts = Files.exists(file) ? KnownFacts.read(file) : KnownFacts.NONE;
        return ClientConnections.of(facts.with(read).link(), Given.NOTHING, around, warnings::add);
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
