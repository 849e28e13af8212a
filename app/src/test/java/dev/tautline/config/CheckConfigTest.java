package dev.tautline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The reader and the published schema take the same files and refuse the same.
class CheckConfigTest {
    private static final Path SCHEMA = Path.of("../docs/reference/taut.schema.json");
    private static final List<String> RULES = List.of("a-rule", "another-rule");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check: {}",
                "check: {fail-on: never}",
                "check: {fail-on: low, baseline: b.json, rules: {a-rule: off, another-rule: critical}}",
                "check: {ignore: [{rule: a-rule, reason: x}, {rule: '*', path: 'a/**', reason: y, until: 2027-01-31}]}",
                "servers: [{address: 'db:5432', product: postgresql, version: '16', settings: {max_connections: 200}}]",
                "servers: [{address: db, product: mysql, version: 8.4, name: orders}]",
                "hops: [{address: 'pool:6432', product: pgbouncer, target: 'db:5432', settings: {pool_mode: session}}]",
                "hops: [{address: lb, product: load-balancer, target: 'db:5432', settings: {idle-timeout: 350s}}]",
                "dashboard: {port: 7070}\ntargets: []\nagents: [{name: a, url: 'http://localhost:1'}]"
            })
    void takesWhatTheSchemaTakes(String yaml) throws IOException {
        assertThat(schemaErrors(yaml)).isEmpty();
        assertThat(read(yaml)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chek: {}",
                "check: {fail_on: low}",
                "check: {fail-on: hgh}",
                "check: {rules: {a-rule: loud}}",
                "check: {rules: [a-rule]}",
                "check: {ignore: [{rule: a-rule}]}",
                "check: {ignore: [{reason: x}]}",
                "check: {ignore: [{rule: a-rule, reason: x, until: soon}]}",
                "servers: {address: db}",
                "servers: [{product: postgresql}]",
                "servers: [{address: db}]",
                "servers: [{address: db, product: oracle}]",
                "servers: [{address: 'db:port', product: postgresql}]",
                "servers: [{address: db, product: postgresql, version: new}]",
                "servers: [{address: db, product: postgresql, settings: {max_connections: [1]}}]",
                "hops: [{address: db, product: postgresql}]"
            })
    void refusesWhatTheSchemaRefuses(String yaml) throws IOException {
        assertThat(schemaErrors(yaml)).isNotEmpty();
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(TautFileUnusable.class);
    }

    @Test
    void aServersFactsHaveTheirPlaces() throws IOException {
        var facts = read("""
            servers:
              - address: orders-db.example:5432
                product: postgresql
                version: "16"
                settings:
                  max_connections: 200
            """).facts();

        assertThat(facts.servers()).singleElement().satisfies(server -> {
            assertThat(server.names()).containsExactly("orders-db.example");
            var slots = server.get(PostgresKeys.MAX_CONNECTIONS);
            assertThat(slots.knownValue()).contains(200);
            assertThat(slots.known().orElseThrow().origin()).hasToString(folder.resolve("taut.yaml") + ":6:24");
        });
    }

    @Test
    void whatAProviderComputesIsUnknownUntilItIsTold() throws IOException {
        var facts = read("servers: [{address: db, product: postgresql}]").facts();

        assertThat(facts.servers().getFirst().get(PostgresKeys.MAX_CONNECTIONS)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void everyProblemOfTheFactsIsToldWithItsPlaceAndTheNearest() {
        assertThatThrownBy(() -> read("""
            servers:
              - address: db:99999
                product: postgres
                settings:
                  max_conections: 200
              - address: db
                product: postgresql
                settings:
                  max_conections: 200
                  max_connections: many
            hops:
              - address: lb
                product: load-balancer
                settings:
                  idle-timeout: 350
            """))
                .hasMessageContaining("taut.yaml:2:14: 'db:99999' is no address; allowed: HOST or HOST:PORT")
                .hasMessageContaining("taut.yaml:3:14: 'product' is 'postgres', allowed: mariadb, mysql, postgresql")
                .hasMessageContaining(
                        "taut.yaml:9:7: PostgreSQL has no setting 'max_conections'; nearest: 'max_connections'")
                .hasMessageContaining("taut.yaml:10:24: 'max_connections' is 'many', allowed: a whole number")
                .hasMessageContaining(
                        "taut.yaml:15:21: 'idle-timeout' is '350', allowed: a number and its unit, such as 500ms");
    }

    private CheckConfig read(String yaml) throws IOException {
        return CheckConfig.read(Files.writeString(folder.resolve("taut.yaml"), yaml), RULES);
    }

    private static List<String> schemaErrors(String yaml) throws IOException {
        var json = JsonMapper.shared()
                .writeValueAsString(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
