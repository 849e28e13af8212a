package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;

class VocabularyTest {
    private static final Set<PGProperty> PARTS_OF_THE_URL =
            Set.of(PGProperty.PG_DBNAME, PGProperty.PG_HOST, PGProperty.PG_PORT);

    @Test
    void namesEveryPropertyOfTheDriver() {
        assertThat(PgjdbcKeys.VOCABULARY.keys())
                .extracting(SettingKey::name)
                .containsExactlyInAnyOrderElementsOf(
                        driverProperties().map(PGProperty::getName).toList());
    }

    @Test
    void hasTheDriversDefaults() {
        driverProperties()
                // The driver documents the default of sslmode in words only: prefer.
                .filter(property -> property != PGProperty.SSL_MODE)
                .forEach(property -> {
                    var key = PgjdbcKeys.VOCABULARY.find(property.getName()).orElseThrow();
                    var ours = key.defaultIn(Product.PGJDBC.newest());
                    var theirs = Objects.requireNonNullElse(property.getDefaultValue(), "");
                    if (theirs.isEmpty()) {
                        assertThat(ours).as(key.name()).isEmpty();
                    } else {
                        assertThat((Object) ours.orElseThrow())
                                .as(key.name())
                                .isEqualTo(key.type().read(theirs).orElseThrow());
                    }
                });
    }

    private static Stream<PGProperty> driverProperties() {
        return Arrays.stream(PGProperty.values()).filter(property -> !PARTS_OF_THE_URL.contains(property));
    }

    @Test
    void namesEverySetterOfThePool() {
        assertThat(HikariKeys.VOCABULARY.keys())
                .extracting(SettingKey::name)
                .containsExactlyInAnyOrderElementsOf(poolSetters()
                        .map(method ->
                                Introspector.decapitalize(method.getName().substring("set".length())))
                        .distinct()
                        .toList());
    }

    private static Stream<Method> poolSetters() {
        return Stream.of(HikariConfig.class, HikariDataSource.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1);
    }

    @Test
    void hasThePoolsDefaults() {
        var config = new HikariConfig();

        assertThat(HikariKeys.CONNECTION_TIMEOUT.defaultIn(Product.HIKARICP.newest()))
                .contains(Duration.ofMillis(config.getConnectionTimeout()));
        assertThat(HikariKeys.VALIDATION_TIMEOUT.defaultIn(Product.HIKARICP.newest()))
                .contains(Duration.ofMillis(config.getValidationTimeout()));
        assertThat(HikariKeys.IDLE_TIMEOUT.defaultIn(Product.HIKARICP.newest()))
                .contains(Duration.ofMillis(config.getIdleTimeout()));
        assertThat(HikariKeys.MAX_LIFETIME.defaultIn(Product.HIKARICP.newest()))
                .contains(Duration.ofMillis(config.getMaxLifetime()));
        assertThat(HikariKeys.KEEPALIVE_TIME.defaultIn(Product.HIKARICP.newest()))
                .contains(Duration.ofMillis(config.getKeepaliveTime()));
        assertThat(HikariKeys.INITIALIZATION_FAIL_TIMEOUT.defaultIn(Product.HIKARICP.newest()))
                .contains(Duration.ofMillis(config.getInitializationFailTimeout()));
    }

    @Test
    void theKeepaliveDefaultChangedInSixTwoOne() {
        assertThat(HikariKeys.KEEPALIVE_TIME.defaultIn(Version.of("6.2.0"))).contains(Duration.ZERO);
        assertThat(HikariKeys.KEEPALIVE_TIME.defaultIn(Version.of("6.2.1"))).contains(Duration.ofMinutes(2));
    }

    @Test
    void relaxedNamesFindTheirKey() {
        assertThat(HikariKeys.VOCABULARY.findRelaxed("max-life-time")).contains(HikariKeys.MAX_LIFETIME);
        assertThat(HikariKeys.VOCABULARY.findRelaxed("MAXIMUM_POOL_SIZE")).contains(HikariKeys.MAXIMUM_POOL_SIZE);
        assertThat(HikariKeys.VOCABULARY.findRelaxed("max-pool-size")).isEmpty();
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThat(PgjdbcKeys.VOCABULARY.nearest("socketTimout")).contains("socketTimeout");
        assertThat(PgjdbcKeys.VOCABULARY.nearest("zzzzzzzzzz")).isEmpty();
    }

    @Test
    void findsAKeyByItsOtherNames() {
        assertThat(ConnectorJKeys.VOCABULARY.find("serverTimezone")).contains(ConnectorJKeys.CONNECTION_TIME_ZONE);
        assertThat(ConnectorJKeys.VOCABULARY.findIgnoringCase("USESSL")).contains(ConnectorJKeys.USE_SSL);
        assertThat(ConnectorJKeys.VOCABULARY.find("USESSL")).isEmpty();
    }

    @Test
    void defaultsChangeWithTheVersion() {
        assertThat(PgBouncerKeys.MAX_PREPARED_STATEMENTS.defaultIn(Version.of("1.23.1")))
                .contains(0);
        assertThat(PgBouncerKeys.MAX_PREPARED_STATEMENTS.defaultIn(Version.of("1.24.0")))
                .contains(200);
        assertThat(PgBouncerKeys.SERVER_TLS_SSLMODE.defaultIn(Version.of("1.19")))
                .contains("disable");
        assertThat(PostgresKeys.PASSWORD_ENCRYPTION.defaultIn(Version.of("13.9")))
                .contains("md5");
        assertThat(MySqlKeys.MAX_ALLOWED_PACKET.defaultIn(Version.of("8.4"))).contains(DataSize.ofMib(64));
    }

    @Test
    void aForkHasDefaultsOfItsOwn() {
        var origin = new Origin.Given("test");
        var versions = new Versions(Map.of(Product.MARIADB, new Versions.Detected(Version.of("10.11.6"), origin, "")));
        var settings = Settings.builder(versions).build();

        assertThat(settings.get(MySqlKeys.MAX_ALLOWED_PACKET))
                .isEqualTo(new Setting.Known<>(
                        MySqlKeys.MAX_ALLOWED_PACKET,
                        DataSize.ofMib(16),
                        new Origin.DocumentedDefault("MariaDB", "10.11.6")));
        assertThat(settings.get(MySqlKeys.CHARACTER_SET_SERVER).knownValue()).contains("latin1");
        assertThat(settings.get(MySqlKeys.WAIT_TIMEOUT).knownValue()).contains(Duration.ofHours(8));
        assertThat(MySqlKeys.CHARACTER_SET_SERVER.defaultIn(Product.MARIADB, Version.of("11.8")))
                .contains("utf8mb4");
    }

    @Test
    void everyKeyHasASource() {
        VocabularyReference.VOCABULARIES.forEach(vocabulary -> assertThat(vocabulary.keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.source()).as(key.name()).startsWith("https://")));
    }
}
