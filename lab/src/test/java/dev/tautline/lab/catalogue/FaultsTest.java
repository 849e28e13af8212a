package dev.tautline.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.fault.Intensity;
import dev.tautline.lab.fault.server.NodeStopped;
import dev.tautline.lab.fault.server.RoleConnectionLimit;
import dev.tautline.lab.postgres.StopMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Records, lines of the catalogue and pages are the same set, and what people write is read.
class FaultsTest {
    private static final Path PAGES = Path.of("..", "docs", "reference", "faults");
    private static final Path SOURCES = Path.of("src/main/java/dev/tautline/lab/fault");

    private static final Pattern RECORD = Pattern.compile("public record [^{]*implements (Path)?Fault \\{");

    /// What other faults are made of; its parameters are no words that people could write.
    private static final List<String> BUILDING_BLOCKS = List.of("OnRoute.java", "PublishedAddressChanged.java");

    static Stream<FaultKind> kinds() {
        return Faults.all().stream();
    }

    @Test
    void theCatalogueIsSorted() {
        assertThat(Faults.ids()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void thereIsAPageForEachFaultAndNoOther() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Faults.ids().stream().map(id -> id + ".md").toList());
        }
    }

    /// A record whose parameters people can write is part of the catalogue, or nobody would find it.
    @Test
    void eachFaultThatCanBeWrittenStandsInTheCatalogue() throws IOException {
        try (var sources = Files.walk(SOURCES)) {
            var written = sources.filter(file -> isFault(file))
                    .map(file -> Spelling.kebab(file.getFileName().toString().replace(".java", "")))
                    .toList();
            assertThat(Faults.ids()).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePageHasItsTitleItsHeadingsAndSomethingUnderEach(FaultKind kind) {
        var page = kind.page();
        assertThat(page.title()).isNotBlank();
        assertThat(page.text()).contains("\n`" + kind.id() + "`\n");
        assertThat(Pattern.compile("(?m)^## (.+)$")
                        .matcher(page.text())
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactlyElementsOf(FaultPage.HEADINGS);
        assertThat(FaultPage.HEADINGS)
                .allSatisfy(heading -> assertThat(page.section(heading)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nobodyMustSpeakAndBeSilent(FaultKind kind) {
        assertThat(kind.page().mustSpeak())
                .doesNotContainAnyElementsOf(kind.page().mustNotSpeak());
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultCanBeMadeAtEachIntensity(Intensity intensity) {
        assertThat(Faults.all())
                .allSatisfy(kind -> assertThat(kind.create(intensity)).isInstanceOf(kind.type()));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(Faults.parse("node-stopped node=db-2 mode=immediate"))
                .isEqualTo(new NodeStopped("db-2", StopMode.IMMEDIATE));
        assertThat(Faults.parse("role-connection-limit")).isEqualTo(new RoleConnectionLimit(0));
    }

    @Test
    void anUnknownFaultIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> Faults.parse("node-stoped"))
                .isInstanceOf(FaultRefused.class)
                .hasMessageContainingAll("node-stoped", "node-stopped");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> Faults.parse("node-stopped nod=db-2 mode=gentle"))
                .isInstanceOfSatisfying(
                        FaultRefused.class,
                        refused -> assertThat(refused.problems())
                                .satisfiesExactly(
                                        unknown -> assertThat(unknown).contains("'nod'", "node"),
                                        value -> assertThat(value).contains("'gentle'", "smart, fast, immediate")));
        assertThatThrownBy(() -> Faults.parse(List.of("node-stopped", "db-2"))).hasMessageContaining("name=value");
    }

    private static boolean isFault(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && RECORD.matcher(Files.readString(file)).find()
                    && !BUILDING_BLOCKS.contains(file.getFileName().toString());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
