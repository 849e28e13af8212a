package dev.tautline.link.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Stage;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JvmKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Settings;
import dev.tautline.settings.SpringKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentClientsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {DATABASE_URL: "postgres://shop:pw@db/shop"}                                  | postgresql | db:5432   | shop
            {SPRING_DATASOURCE_URL: "jdbc:postgresql://db:5433/shop"}                     | postgresql | db:5433   | shop
            {QUARKUS_DATASOURCE_JDBC_URL: "jdbc:mariadb://db/shop"}                       | mariadb    | db:3306   | shop
            {DB_DSN: "host=db port='5433' user=shop password='a b' dbname=shop"}          | postgresql | db:5433   | shop
            {PGHOST: db, PGPORT: "5433", PGDATABASE: shop}                                | postgresql | db:5433   | shop
            {DB_HOST: db, DB_PORT: "5432", DB_NAME: shop}                                 | postgresql | db:5432   | shop
            {DB_HOST: db, DB_CONNECTION: mysql, DB_DATABASE: shop}                        | mysql      | db:3306   | shop
            {ORDERS_DB_HOST: "db:3306", ORDERS_DB_NAME: shop}                             | mysql      | db:3306   | shop
            {WORDPRESS_DB_HOST: db, WORDPRESS_DB_NAME: shop}                              | mysql      | db:3306   | shop
            {KC_DB: postgres, KC_DB_URL_HOST: db, KC_DB_URL_DATABASE: shop}               | postgresql | db:5432   | shop
            {POSTGRES_HOST: db, POSTGRES_PORT: "${PORT}", POSTGRES_DB: shop}              | postgresql | db:?      | shop
            """)
    void readsAddressesFromVariables(String environment, String kind, String host, String database) {
        write("compose.yaml", "services: {orders: {image: shop/orders, environment: " + environment + "}}");

        var client = onlyClient();

        assertThat(client.service()).isEqualTo("orders");
        assertThat(client.stage()).isEqualTo(Stage.LOCAL);
        assertThat(client.url().orElseThrow().subprotocol()).isEqualTo(kind);
        assertThat(client.url().orElseThrow().hosts())
                .extracting(HostPort::toString)
                .containsExactly(host);
        assertThat(client.url().orElseThrow().database()).contains(database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: shop/orders, environment: {DB_HOST: db, DB_NAME: shop}",
                "image: shop/orders, environment: {DB_HOST: /cloudsql/x, DB_PORT: '5432'}",
                "image: 'postgres:17', environment: {PGHOST: db}",
                "image: edoburu/pgbouncer, environment: {DATABASE_URL: 'postgres://u@db/shop'}",
            })
    void takesNothingElseForAClient(String service) {
        write("compose.yaml", "services: {orders: {" + service + "}}");

        assertThat(clients()).isEmpty();
    }

    @Test
    void leavesAWorkloadToItsApplication() {
        write("compose.yaml", """
                services:
                  orders:
                    build: orders
                    environment: {SPRING_DATASOURCE_URL: "jdbc:postgresql://db/shop"}
                """);
        write("orders/application.yml", "spring.datasource.username: shop\n");

        assertThat(clients()).hasSize(1);
    }

    @Test
    void takesNoDefaultForWhatTheImageMayHold() {
        write("compose.yaml", """
                services:
                  orders:
                    image: shop/orders
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://db/shop
                      SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE: "7"
                """);

        var client = onlyClient();

        assertThat(client.application().framework()).isEqualTo(Framework.SPRING_BOOT);
        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue()).contains(7);
        assertThat(client.get(PgjdbcKeys.SOCKET_TIMEOUT)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void takesTheEnvFileBesideAnApplicationThatNobodyElseRuns() {
        write(".env", "export DB_URL='jdbc:postgresql://db/shop' # by hand\n");
        write("application.yml", "spring.datasource.url: ${DB_URL}\n");

        var client = onlyClient();

        assertThat(client.url().orElseThrow().hosts().getFirst().host()).isEqualTo("db");
        assertThat(client.urlText().origin()).hasToString(folder.resolve(".env") + ":1:16");
    }

    @Test
    void putsTheCommandLineOverVariablesAndFiles() {
        write("compose.yaml", """
                services:
                  orders:
                    build: orders
                    environment:
                      SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: "20"
                      JAVA_TOOL_OPTIONS: -Dsun.net.inetaddr.ttl=60 -Dspring.datasource.hikari.max-lifetime=600000
                    command: [java, -jar, app.jar, --spring.datasource.hikari.maximum-pool-size=30]
                """);
        write("orders/application.yml", """
                spring.datasource:
                  url: jdbc:postgresql://db/shop
                  hikari: {maximum-pool-size: 10, max-lifetime: 1800000}
                """);

        var client = onlyClient();

        var size = client.get(HikariKeys.MAXIMUM_POOL_SIZE).known().orElseThrow();
        assertThat(size.value()).isEqualTo(30);
        assertThat(size.origin()).hasToString(folder.resolve("compose.yaml") + ":7:81");
        assertThat(client.get(HikariKeys.MAX_LIFETIME).knownValue()).contains(Duration.ofMinutes(10));
        assertThat(client.get(JvmKeys.SUN_NET_INETADDR_TTL).knownValue()).contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_DATASOURCE_URL, 'jdbc:postgresql://db/shop?sslmode=disable&socketTimeout=30', PT30S, []",
        "DATABASE_URL, 'postgres://db/shop?sslmode=disable&socketTimeout=30', , [socketTimeout]"
    })
    void readsTheParametersOfAUrlAsItsDriverWould(String variable, String url, Duration socketTimeout, String strays) {
        write(
                "compose.yaml",
                "services: {orders: {image: shop/orders, environment: {%s: '%s'}}}".formatted(variable, url));

        var client = onlyClient();

        assertThat(client.get(PgjdbcKeys.SSL_MODE).knownValue()).contains("disable");
        assertThat(client.get(PgjdbcKeys.SOCKET_TIMEOUT).knownValue()).isEqualTo(Optional.ofNullable(socketTimeout));
        assertThat(client.settings().strays().stream().map(Settings.Stray::name).toList())
                .hasToString(strays);
    }

    private Client onlyClient() {
        assertThat(clients()).hasSize(1);
        return clients().getFirst();
    }

    private List<Client> clients() {
        return new ConfigurationReader(Map.of(), Optional.empty())
                .read(List.of(folder), List.of())
                .link()
                .clients();
    }

    private void write(String name, String text) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void readsLibpqsParametersAndVariables() {
        write("compose.yaml", """
                services:
                  till:
                    image: shop/till
                    environment:
                      PGHOST: db
                      PGSSLMODE: verify-full
                      PGTARGETSESSIONATTRS: master
                """);

        var client = onlyClient();

        assertThat(client.get(PgjdbcKeys.SSL_MODE).knownValue()).contains("verify-full");
        assertThat(client.settings().malformed())
                .extracting(bad -> bad.key().name() + "=" + bad.text())
                .containsExactly("target_session_attrs=master");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=/var/run/postgresql dbname=shop",
                "host=db",
                "host=db dbname=shop and more",
                "Host=db;Username=shop;Database=shop",
                "-Xmx1g -Dhost=db -Duser=shop"
            })
    void otherTextsAreNoConnectionStrings(String text) {
        write("compose.yaml", "services: {till: {image: shop/till, environment: {DSN: \"" + text + "\"}}}");

        assertThat(clients()).isEmpty();
    }

    @Test
    void aConnectionStringShowsNoPassword() {
        write(
                "compose.yaml",
                "services: {till: {image: shop/till, environment: {DSN: \"host=db user=shop password='hunter 2' dbname=shop sslmode=disabled\"}}}");

        assertThat(onlyClient().urlText().shown())
                .isEqualTo("host=db user=shop password=****** dbname=shop sslmode=disabled");
        assertThat(onlyClient().settings().malformed())
                .extracting(bad -> bad.key().name() + "=" + bad.text())
                .containsExactly("sslmode=disabled");
    }

    @Test
    void aModeOfNodesDriverIsNoMistake() {
        write(
                "compose.yaml",
                "services: {till: {image: shop/till, environment: {DATABASE_URL: 'postgres://db/shop?sslmode=no-verify'}}}");

        assertThat(onlyClient().settings().malformed()).isEmpty();
        assertThat(onlyClient().settings().strays()).isEmpty();
    }

    @Test
    void knowsThePoolsOfQuarkusAndKeycloak() {
        write("compose.yaml", """
                services:
                  jobs:
                    image: shop/jobs
                    environment:
                      QUARKUS_DATASOURCE_JDBC_URL: jdbc:postgresql://db/shop
                      QUARKUS_DATASOURCE_JDBC_MAX_SIZE: 25
                  sso:
                    image: quay.io/keycloak/keycloak:26.0
                    environment: {KC_DB_URL: "jdbc:postgresql://db/sso"}
                  sso-small:
                    image: quay.io/keycloak/keycloak:26.0
                    environment: {KC_DB_URL: "jdbc:postgresql://db/sso", KC_DB_POOL_MAX_SIZE: 10}
                """);

        assertThat(clients())
                .extracting(
                        client -> client.get(QuarkusKeys.MAX_SIZE).knownValue().orElseThrow())
                .containsExactly(25, 100, 10);
    }

    @Test
    void readsWhatSpringBootIsToldBesideItsDataSource() {
        write("compose.yaml", """
                services:
                  crm:
                    image: shop/crm
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://db/shop
                      SPRING_JPA_HIBERNATE_DDL_AUTO: update
                      SERVER_TOMCAT_THREADS_MAX: 400
                      JAVA_TOOL_OPTIONS: -Dsun.net.inetaddr.ttl=-1
                """);

        var client = onlyClient();

        assertThat(client.get(SpringKeys.JPA_DDL_AUTO).knownValue()).contains("update");
        assertThat(client.get(SpringKeys.TOMCAT_THREADS_MAX).knownValue()).contains(400);
        assertThat(client.get(JvmKeys.SUN_NET_INETADDR_TTL).knownValue()).contains(Duration.ofSeconds(-1));
    }
}
