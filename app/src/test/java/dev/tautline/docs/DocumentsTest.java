package dev.tautline.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tautline.cli.DocumentedCommand;
import dev.tautline.cli.ExitCode;
import dev.tautline.docs.Document.Block;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents say is so: links lead somewhere, files exist, commands are accepted and print what is shown.
class DocumentsTest {
    private static final Pattern FILE = Pattern.compile("`((?:core|lab|app|starter|store|docs|examples)/[^`\\s]+)`");
    private static final Pattern PACKAGE = Pattern.compile("`(dev\\.tautline(?:\\.[a-z]+)+)`");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d+) \\|");
    private static final Pattern BUILT = Pattern.compile("(^|/)target/");

    /// Paths that exist on one machine only: homes, mounts, installations. Where a client in a container looks for its
    /// root certificate is none.
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.])/(?:home|Users|root(?!/\\.postgresql)|work|mnt|usr/lib/jvm)/");

    @TempDir
    private Path folder;

    static Stream<Document> documents() throws IOException {
        return Document.all().stream();
    }

    /// The blocks that show commands, named by their document.
    static Stream<Arguments> sessions() throws IOException {
        return documents()
                .flatMap(document -> document.blocks()
                        .filter(block -> !TypedCommand.in(block).isEmpty())
                        .map(block -> Arguments.of(document.path(), block)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) {
        assertThat(document.links()).allSatisfy(link -> {
            var parts = link.split("#", 2);
            var file = parts[0].isEmpty() ? Document.ROOT.resolve(document.path()) : document.resolve(parts[0]);
            assertThat(file).exists();
            if (parts.length == 2) {
                assertThat(Document.read(Document.ROOT.relativize(file)).anchors())
                        .contains(parts[1]);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyFileThatIsNamedExists(Document document) {
        assertThat(FILE.matcher(document.prose()).results().map(name -> name.group(1)))
                .filteredOn(name -> !BUILT.matcher(name).find() && !name.contains("NAME"))
                .allSatisfy(name -> assertThat(Document.ROOT.resolve(name)).exists());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void noDocumentKnowsTheMachineItWasWrittenOn(Document document) {
        assertThat(document.text()).doesNotContainPattern(MACHINE);
    }

    /// A deployment is Kubernetes' word, and what is watched here is a link. The pages of rules and their index may
    /// speak of deploying, and links may lead to Kubernetes' reference (`deployment-v1`).
    @Test
    void noDocumentCallsALinkADeployment() throws IOException {
        assertThat(documents().filter(document -> !document.path().toString().startsWith("docs/reference/rules")))
                .allSatisfy(document ->
                        assertThat(document.prose()).doesNotContainPattern("(?i)\\bdeployments?\\b(?!-v\\d)"));
    }

    @Test
    void thePageOfExitCodesHasEveryCodeOfTheProgramAndNoOther() {
        var codes = Stream.of(ExitCode.class.getFields()).map(DocumentsTest::value);

        assertThat(EXIT_CODE
                        .matcher(Document.read(Path.of("docs/reference/exit-codes.md"))
                                .text())
                        .results()
                        .map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyInAnyOrderElementsOf(codes.toList());
    }

    private static Integer value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " is not public", e);
        }
    }

    @Test
    void everyPackageThatTheArchitectureNamesExists() {
        var named = PACKAGE.matcher(Document.read(Path.of("ARCHITECTURE.md")).text())
                .results()
                .map(name -> "src/main/java/" + name.group(1).replace('.', '/') + "/package-info.java")
                .distinct()
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(Stream.of("core", "lab", "app", "starter", "store")
                                .map(Document.ROOT::resolve))
                        .as(file)
                        .anyMatch(module -> Files.exists(module.resolve(file))));
    }

    @Test
    void theReadmesTestCommandIsTheLastThatContinuousIntegrationRuns() throws IOException {
        var last = Files.readAllLines(Document.ROOT.resolve(".ci/run")).getLast();
        var tested = last.substring(last.indexOf("./mvnw")).replace(" -B", ""); // -B only changes what is printed

        assertThat(Document.read(Path.of("README.md"))
                        .blocks()
                        .filter(block -> block.language().equals("sh"))
                        .flatMap(block -> block.lines().stream()))
                .contains(tested);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void everyCommandIsOneThatTautAccepts(Path document, Block block) {
        assertThat(TypedCommand.in(block).stream().filter(TypedCommand::callsTaut))
                .allSatisfy(command -> assertThatCode(() -> DocumentedCommand.parse(command.arguments()))
                        .as(command.line())
                        .doesNotThrowAnyException());
    }

    /// Only commands that need nothing but this repository stand behind a prompt.
    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void everyCommandBehindAPromptPrintsWhatIsShown(Path document, Block block) throws Exception {
        var commands = TypedCommand.in(block);
        for (int i = 0; block.language().equals("console") && i < commands.size(); i++) {
            if (!commands.get(i).asksForExitCode()) {
                boolean asked = i + 1 < commands.size() && commands.get(i + 1).asksForExitCode();
                var code = asked ? commands.get(i + 1).shown().getFirst() : "0";
                assertPrints(commands.get(i), Integer.parseInt(code));
            }
        }
    }

    private void assertPrints(TypedCommand command, int code) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var taut = "taut() { '%s' -cp '%s' dev.tautline.cli.Main \"$@\"; }%n%s"
                .formatted(
                        java,
                        System.getProperty("java.class.path"),
                        command.line().replace("./taut", "taut"));
        var process = new ProcessBuilder("sh", "-c", taut)
                .directory(Document.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor(30, SECONDS))
                .as("ends within 30 s: " + command.line())
                .isTrue();
        assertThat(process.exitValue()).as(command.line()).isEqualTo(code);
        assertThat(Files.readAllLines(out, UTF_8)).containsSubsequence(withoutGaps(command.shown()));
    }

    private static List<String> withoutGaps(List<String> shown) {
        return shown.stream()
                .filter(line -> !line.isBlank() && !line.equals("…"))
                .toList();
    }
}
