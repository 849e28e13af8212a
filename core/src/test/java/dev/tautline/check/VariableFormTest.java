package dev.tautline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Edit;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableFormTest {
    private static Origin at(String key) {
        return new Origin.InFile(Path.of("file"), 3, 7, key);
    }

    @ParameterizedTest
    @CsvSource({
        "DB_URL, spring.datasource.hikari.max-lifetime, SPRING_DATASOURCE_HIKARI_MAXLIFETIME",
        "services.app.environment.DB_URL, spring.jpa.open-in-view, SPRING_JPA_OPENINVIEW",
        "data.DB_URL, app.pools[0].size, APP_POOLS_0_SIZE",
        "spec.template.spec.containers[0].env[2].value, server.port, SERVER_PORT",
        "DB_URL, quarkus.datasource.jdbc.max-size, QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
        "DB_URL, datasources.default.maximum-pool-size, DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE",
        "DB_URL, socketTimeout, socketTimeout",
        "spring.datasource.url, spring.datasource.hikari.max-lifetime, spring.datasource.hikari.max-lifetime",
        "environment.JAVA_OPTS, networkaddress.cache.ttl, networkaddress.cache.ttl",
        "spec.replicas, spec.strategy, spec.strategy"
    })
    void aKeyIsWrittenAsItsNeighboursAre(String place, String key, String written) {
        assertThat(VariableForm.of(new Edit.Add(at(place), key, "1"))).isEqualTo(new Edit.Add(at(place), written, "1"));
    }

    @Test
    void aVariableThatIsThereKeepsItsName() {
        var place = at("services.app.environment.SPRING_DATASOURCE_HIKARI_MAX_LIFETIME");

        assertThat(VariableForm.of(new Edit.Replace(place, "spring.datasource.hikari.max-lifetime", "1")))
                .isEqualTo(new Edit.Replace(place, "SPRING_DATASOURCE_HIKARI_MAX_LIFETIME", "1"));
        assertThat(VariableForm.of(new Edit.Remove(place, "spring.datasource.hikari.max-lifetime")))
                .isEqualTo(new Edit.Remove(place, "SPRING_DATASOURCE_HIKARI_MAX_LIFETIME"));
    }

    @Test
    void aParameterOfTheUrlThatAVariableHoldsIsNotTheVariable() {
        var place = at("services.app.environment.SPRING_DATASOURCE_URL");

        assertThat(VariableForm.of(new Edit.Replace(place, "sslmode", "verify-full")))
                .isEqualTo(new Edit.Replace(place, "sslmode", "verify-full"));
        assertThat(VariableForm.of(new Edit.Remove(place, "password"))).isEqualTo(new Edit.Remove(place, "password"));
        assertThat(VariableForm.of(new Edit.Remove(place, "spring.datasource.url")))
                .isEqualTo(new Edit.Remove(place, "SPRING_DATASOURCE_URL"));
    }

    @Test
    void aSettingOfTheServerIsTheVariableThatIsNamedAfterIt() {
        assertThat(VariableForm.of(
                        new Edit.Replace(at("services.p.environment.MAX_CLIENT_CONN"), "max_client_conn", "9")))
                .isEqualTo(new Edit.Replace(at("services.p.environment.MAX_CLIENT_CONN"), "MAX_CLIENT_CONN", "9"));
    }
}
