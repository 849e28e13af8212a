package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tautline.targets.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("../examples/watch/taut.yaml");
    private static final Path SCHEMA = Path.of("../docs/reference/taut.schema.json");

    @TempDir
    private Path home;

    @Test
    void theExampleCanBeWatchedWithoutAnySecretAndIsWhatTheSchemaTakes() throws IOException {
        var warnings = new ArrayList<String>();
        var config =
                WatchFile.read(EXAMPLE, new Surroundings(Map.of(), home, "nobody"), Clock.systemUTC(), warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(config.targets()).hasSize(1);
        assertThat(config.alerts().receivers()).hasSize(2);
        assertThat(config.alerts().escalateAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.alerts().subjectLabels()).containsEntry("db-1", Map.of("team", "payments"));
        var yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(EXAMPLE));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                        .validate(JsonMapper.shared().writeValueAsString(yaml), InputFormat.JSON))
                .isEmpty();
    }
}
