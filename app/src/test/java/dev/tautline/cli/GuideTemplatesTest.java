package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The templates of the guide for pipelines are YAML of the right shape, and their command lines run.
class GuideTemplatesTest {
    private static final Path GUIDE = Path.of("../docs/guides/check-in-ci.md");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?:\\.tautline/)?taut (check [^>]*?)(?:\\s*>\\S+)?");

    static Stream<String> templates() throws IOException {
        return YAML.matcher(Files.readString(GUIDE)).results().map(block -> block.group(1)).toList().stream();
    }

    @Test
    void thereIsOneForEachOfThreeTools() throws IOException {
        assertThat(templates().map(GuideTemplatesTest::load))
                .satisfiesExactly(
                        github -> assertThat(github).containsKeys("on", "permissions", "jobs"),
                        gitlab -> assertThat(gitlab).containsOnlyKeys("database-connections"),
                        preCommit -> assertThat(preCommit).containsOnlyKeys("repos"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void itsCommandsFindWhatIsBrokenAndLetPassWhatIsMended(String template) {
        var commands = strings(load(template))
                .map(COMMAND::matcher)
                .filter(command -> command.matches())
                .map(command -> command.group(1))
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            var expected = command.contains("--fail-on never") ? ExitCode.CLEAN : ExitCode.FINDINGS;
            assertThat(run(command, "../examples/pool-too-small/broken")).isEqualTo(expected);
            assertThat(run(command, "../examples/pool-too-small/mended")).isEqualTo(ExitCode.CLEAN);
        });
    }

    private static int run(String command, String folder) {
        assertThat(command).endsWith(" .");
        return CommandRun.of(command.replaceFirst(" \\.$", " " + folder).split(" ", -1))
                .code();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> load(String yaml) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static Stream<String> strings(Object node) {
        return switch (node) {
            case Map<?, ?> map -> map.values().stream().flatMap(GuideTemplatesTest::strings);
            case List<?> list -> list.stream().flatMap(GuideTemplatesTest::strings);
            default -> Stream.of(String.valueOf(node));
        };
    }
}
