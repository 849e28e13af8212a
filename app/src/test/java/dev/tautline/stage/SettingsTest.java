package dev.tautline.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.NodeRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final StoreSettings SHOP =
            new StoreSettings("shop-1", 8080, 8081, "jdbc:postgresql://db-1:5432/chandlery", "http://127.0.0.1:8090");

    @Test
    void writesEachPropertyOfTheShopOnALineOfItsOwn() {
        assertThat(SHOP.with("spring.datasource.hikari.maximum-pool-size", "1")
                        .yaml()
                        .lines())
                .contains(
                        "server.port: 8080",
                        "spring.datasource.url: 'jdbc:postgresql://db-1:5432/chandlery'",
                        "spring.datasource.hikari.maximum-pool-size: 1");
    }

    @Test
    void letsAnOverrideReplaceAValueInItsPlace() {
        assertThat(SHOP.with("server.port", "9000").yaml().lines())
                .contains("server.port: 9000")
                .doesNotContain("server.port: 8080");
    }

    @Test
    void quotesWhatYamlWouldReadOtherwise() {
        assertThat(Yaml.scalar("it's: a # b")).isEqualTo("'it''s: a # b'");
        assertThat(Yaml.scalar("no")).isEqualTo("'no'");
        assertThat(Yaml.scalar("-1")).isEqualTo("-1");
    }

    @Test
    void tellsTheGuardTheConsoleOfThePoolerBeforeAServer() {
        var target = new GuardSettings.Target("db-1", "jdbc:postgresql://db-1:5432/chandlery", NodeRole.PRIMARY)
                .behind("jdbc:postgresql://pooler:6432/pgbouncer");

        assertThat(new GuardSettings(7070, List.of(target), Map.of()).yaml()).contains("""
                    expect: primary
                    pooler:
                      url: 'jdbc:postgresql://pooler:6432/pgbouncer'
                      user: tautline
                      password-env: TAUTLINE_PASSWORD
                agents: []
                """);
    }

    @Test
    void tellsTheGuardServersAndAgentsButNoPassword() {
        var target = new GuardSettings.Target("db-1", "jdbc:postgresql://db-1:5432/chandlery", NodeRole.PRIMARY);
        var agents = Map.of("shop-1", URI.create("http://127.0.0.1:8081/actuator/tautline"));

        assertThat(new GuardSettings(7070, List.of(target), agents).yaml()).isEqualTo("""
                dashboard:
                  port: 7070
                history:
                  folder: history
                targets:
                  - name: db-1
                    url: 'jdbc:postgresql://db-1:5432/chandlery'
                    user: tautline
                    password-env: TAUTLINE_PASSWORD
                    expect: primary
                agents:
                  - name: shop-1
                    url: http://127.0.0.1:8081/actuator/tautline
                """);
        assertThat(new GuardSettings(7070, List.of(target), Map.of()).yaml()).endsWith("agents: []\n");
    }
}
