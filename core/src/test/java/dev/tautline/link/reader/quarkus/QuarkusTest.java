package dev.tautline.link.reader.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void takesTheKeysOfProdIntoThePlainConfiguration() {
        folder.write("src/main/resources/application.properties", """
                quarkus.application.name=till
                quarkus.datasource.db-kind=postgresql
                quarkus.datasource.username=till
                quarkus.datasource.jdbc.max-size=20
                %prod.quarkus.datasource.jdbc.url=jdbc:postgresql://db:5432/shop
                %prod.quarkus.datasource.jdbc.max-size=30
                %dev.quarkus.datasource.jdbc.max-size=2
                quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout=40
                quarkus.datasource.jdbc.maximum-size=3
                """);

        var client = folder.clients().getFirst();

        assertThat(client.label()).isEqualTo("till (quarkus.datasource)");
        assertThat(client.application().framework()).isEqualTo(Framework.QUARKUS);
        assertThat(client.pool()).isEqualTo(Pool.QUARKUS);
        assertThat(folder.told(client, QuarkusKeys.MAX_SIZE))
                .isEqualTo("30 at src/main/resources/application.properties:6:40");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT)).startsWith("PT40S at ");
        assertThat(client.get(SpringKeys.JPA_OPEN_IN_VIEW)).isInstanceOf(Setting.Unset.class);
        assertThat(ApplicationFolder.strays(client)).containsExactly("QUARKUS jdbc.maximum-size");
    }

    @Test
    void readsNamedSourcesFromYamlOnceForEachProfile() {
        folder.write("src/main/resources/application.yml", """
                quarkus:
                  datasource:
                    "orders":
                      jdbc:
                        url: jdbc:postgresql://orders/shop
                        max-size: 8
                    stock:
                      jdbc:
                        url: ${STOCK_URL:jdbc:postgresql://stock/shop}
                "%dev":
                  quarkus:
                    datasource:
                      orders:
                        jdbc:
                          max-size: 2
                """);

        assertThat(folder.clients())
                .extracting(Client::dataSource, client -> client.profile().toString(), Client::stage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("quarkus.datasource.orders", "no profile", Stage.UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple("quarkus.datasource.stock", "no profile", Stage.UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple(
                                "quarkus.datasource.orders", "profile dev", Stage.DEVELOPMENT),
                        org.assertj.core.groups.Tuple.tuple(
                                "quarkus.datasource.stock", "profile dev", Stage.DEVELOPMENT));
        assertThat(folder.clients().getFirst().poolKey(QuarkusKeys.MAX_LIFETIME))
                .isEqualTo("quarkus.datasource.orders.jdbc.max-lifetime");
        assertThat(folder.told(folder.clients().get(2), QuarkusKeys.MAX_SIZE))
                .isEqualTo("2 at src/main/resources/application.yml:15:21");
    }

    @Test
    void letsVariablesOverrideKeysThatNoFileHas() {
        folder.write("application.properties", """
                quarkus.datasource.jdbc.url=jdbc:postgresql://db/shop
                """);

        var client = folder.read(Map.of("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "11"))
                .link()
                .clients()
                .getFirst();

        assertThat(client.get(QuarkusKeys.MAX_SIZE).knownValue()).contains(11);
    }

    /// A unit is on the source that it names, and one without a name on the source without one.
    @Test
    void takesTheSchemaStrategyOfThePersistenceUnitOnASource() {
        folder.write("src/main/resources/application.properties", """
                quarkus.datasource.jdbc.url=jdbc:postgresql://db:5432/shop
                quarkus.datasource.users.jdbc.url=jdbc:postgresql://db:5432/users
                quarkus.datasource.audit.jdbc.url=jdbc:postgresql://db:5432/audit
                quarkus.hibernate-orm.schema-management.strategy=validate
                quarkus.hibernate-orm."people".datasource=users
                quarkus.hibernate-orm."people".database.generation=drop-and-create
                """);

        assertThat(folder.clients())
                .extracting(client -> client.get(QuarkusKeys.ORM_SCHEMA_STRATEGY)
                        .knownValue()
                        .or(() ->
                                client.get(QuarkusKeys.ORM_DATABASE_GENERATION).knownValue()))
                .containsExactlyInAnyOrder(Optional.of("validate"), Optional.of("drop-and-create"), Optional.empty());
    }
}
