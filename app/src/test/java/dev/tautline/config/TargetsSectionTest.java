package dev.tautline.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tautline.probe.Expectation;
import dev.tautline.settings.DataSize;
import dev.tautline.targets.Budget;
import dev.tautline.targets.Surroundings;
import dev.tautline.targets.Target;
import dev.tautline.targets.TlsLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The reader and the published schema take the same targets and refuse the same.
class TargetsSectionTest {
    private static final Path SCHEMA = Path.of("../docs/reference/taut.schema.json");
    private static final String TARGET = "targets: [{name: a, url: 'jdbc:postgresql://db/shop', ";

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user: app}]",
                "user: app, password-env: WORD, expect: primary}]",
                "expect: {role: standby, tls: verified, version: '>= 16 < 19'}}]",
                "expect: {version: 18, head-room: 20, replication-lag: 5s, replication-lag-bytes: 16MB}}]",
                "expect: {head-room: 20%, latency: {connect: 20ms, round-trip: 5ms, total: 1s}}}]",
                "expect: {settings: {max_connections: '>= 200', wal_level: logical, fsync: on, shop.limit: 3}}}]",
                "expect: {}}]"
            })
    void takesWhatTheSchemaTakes(String yaml) throws IOException {
        assertThat(schemaErrors(TARGET + yaml)).isEmpty();
        assertThat(read(TARGET + yaml)).hasSize(1);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db-1/shop",
                "jdbc:aws-wrapper:postgresql://db-1/shop",
                "postgres://db-1/shop",
                "host=db-1 hostaddr=192.0.2.7 dbname=shop"
            })
    void takesEveryWayToWriteAConnection(String url) throws IOException {
        var yaml = "targets: [{name: db-1, url: '" + url + "'}]";

        assertThat(schemaErrors(yaml)).isEmpty();
        assertThat(read(yaml)).hasSize(1);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr: app}]",
                "expect: leader}]",
                "expect: [primary]}]",
                "expect: {rol: primary}}]",
                "expect: {tls: maybe}}]",
                "expect: {version: new}}]",
                "expect: {head-room: some}}]",
                "expect: {head-room: -1}}]",
                "expect: {replication-lag: 5}}]",
                "expect: {replication-lag-bytes: 16 megs}}]",
                "expect: {latency: {conect: 20ms}}}]",
                "expect: {latency: {connect: 20}}}]",
                "expect: {settings: {max_connections: [1]}}}]",
                "password-env: WORD, password-file: word}]",
                "user: ''}]"
            })
    void refusesWhatTheSchemaRefuses(String yaml) throws IOException {
        assertThat(schemaErrors(TARGET + yaml)).isNotEmpty();
        read(TARGET + yaml);
        assertThat(problems).isNotEmpty();
    }

    @Test
    void everyLayerOfTheLadderIsInTheSchema() throws IOException {
        var layers = JsonMapper.shared()
                .readTree(Files.readString(SCHEMA))
                .at("/$defs/expectations/properties/latency/propertyNames/enum");

        assertThat(layers.valueStream().map(node -> node.asString()))
                .containsExactlyInAnyOrderElementsOf(Budget.layers());
    }

    @Test
    void readsWhatIsExpected() throws IOException {
        Files.writeString(folder.resolve("word"), "s3cret\nnot this\n");
        var target = read("""
                targets:
                  - name: db-1
                    url: jdbc:postgresql://db-1.example:6432/shop?sslmode=verify-full
                    user: tautline
                    password-file: word
                    expect:
                      role: primary
                      tls: verified
                      version: ">= 16"
                      head-room: 20%
                      replication-lag: 5s
                      replication-lag-bytes: 16MB
                      latency:
                        connect: 20ms
                      settings:
                        max_connections: ">= 200"
                """).getFirst();

        assertThat(problems).isEmpty();
        assertThat(target.name()).isEqualTo("db-1");
        var host = target.hosts().getFirst();
        assertThat(host.expected()).isEqualTo(Expectation.PRIMARY);
        assertThat(Objects.requireNonNull(host.password()).reveal()).isEqualTo("s3cret");
        var expected = target.expectations();
        assertThat(expected.tls()).contains(TlsLevel.VERIFIED);
        assertThat(expected.replicationLag()).contains(Duration.ofSeconds(5));
        assertThat(expected.replicationLagBytes()).contains(DataSize.ofMib(16));
        assertThat(expected.latency()).containsExactly(new Budget("connect", Duration.ofMillis(20)));
        assertThat(expected.settingNames()).containsExactly("max_connections");
    }

    @Test
    void tellsEveryProblemOfEveryTargetWithItsPlaceAndTheNearest() throws IOException {
        read("""
                targets:
                  - name: db-1
                    url: jdbc:postgresql://db-1/shop?password=sesame
                    expect:
                      rol: primary
                      tls: verifed
                      version: latest
                      settings:
                        max_conections: 200
                        work_mem: lots
                  - name: db-1
                    url: jdbc:mysql://db-2/shop
                    password-env: ABSENT
                    expect: {latency: {tls: soon}}
                """);

        assertThat(problems)
                .map(problem -> problem.replace(folder + "/taut.yaml:", ""))
                .anyMatch(problem -> problem.startsWith("3:10: a password does not belong here"))
                .anyMatch(problem -> problem.startsWith("5:7: unknown key 'rol', did you mean 'role'?"))
                .anyMatch(problem -> problem.startsWith("6:12: 'tls' is 'verifed', allowed: encrypted, verified"))
                .anyMatch(problem -> problem.startsWith("7:16: 'version' is 'latest', allowed: "))
                .anyMatch(problem -> problem.startsWith("9:9: PostgreSQL has no setting 'max_conections'; nearest"))
                .anyMatch(problem -> problem.startsWith("10:19: 'work_mem' is 'lots', allowed: "))
                .anyMatch(problem -> problem.startsWith("11:11: another target is called 'db-1'"))
                .anyMatch(problem -> problem.startsWith("12:10: ") && problem.contains("only PostgreSQL"))
                .anyMatch(problem -> problem.startsWith("13:19: the environment variable ABSENT is not set"))
                .anyMatch(problem -> problem.startsWith("14:29: 'tls' is 'soon', allowed: "))
                .noneMatch(problem -> problem.contains("sesame"))
                .hasSize(10);
    }

    @Test
    void readsThePoolersConsole() throws IOException {
        var consoles = entries("""
                targets:
                  - name: db-1
                    url: jdbc:postgresql://db-1/shop
                    user: tautline
                    pooler:
                      url: jdbc:postgresql://pooler:6432/pgbouncer
                      user: stats
                      password-env: WORD
                  - name: db-2
                    url: jdbc:postgresql://db-2/shop
                    pooler: {uri: jdbc:postgresql://pooler:6432/pgbouncer}
                """).stream()
                .flatMap(entry -> entry.pooler().stream())
                .flatMap(console -> console.hosts().stream())
                .toList();

        assertThat(consoles).singleElement().satisfies(console -> {
            assertThat(console.endpoint()).hasToString("pooler:6432");
            assertThat(console.database()).isEqualTo("pgbouncer");
            assertThat(console.user()).isEqualTo("stats");
        });
        assertThat(problems).anyMatch(problem -> problem.contains("unknown key 'uri', did you mean 'url'?"));
    }

    private List<Target> read(String yaml) throws IOException {
        return entries(yaml).stream().map(TargetsSection.Entry::target).toList();
    }

    private List<TargetsSection.Entry> entries(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("taut.yaml"), yaml);
        var around = new Surroundings(Map.of("WORD", "s3cret"), folder, "nobody");
        return TautFile.read(file, problems).stream()
                .flatMap(root -> new TargetsSection(file, around, problems::add).read(root).stream())
                .toList();
    }

    private static List<String> schemaErrors(String yaml) throws IOException {
        var data = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                .validate(JsonMapper.shared().writeValueAsString(data), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
