package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each diagnosis has its page, and what `FailureKind` says stands there word for word.
class DiagnosisPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "reference", "diagnoses");
    private static final List<String> HEADINGS = List.of(
            "What it means",
            "How it looks",
            "Look-alikes and what tells them apart",
            "Who mends it",
            "Next command",
            "Fix",
            "Sources");

    /// What is meant by bold words in which each part is the name of a diagnosis.
    private static final Pattern LOOK_ALIKE =
            Pattern.compile("\\*\\*([a-z]+(?:-[a-z]+)+(?:, [a-z]+(?:-[a-z]+)+)*)\\*\\*");

    @Test
    void thereIsAPageForEachDiagnosisAndNoOther() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(FailureKind.values())
                            .map(kind -> kind.id() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageSaysWhatTheLadderSays(FailureKind kind) {
        assertThat(section(kind, "What it means")).startsWith(kind.cause());
        assertThat(section(kind, "Next command")).startsWith("```sh\n" + kind.next() + "\n```");
        assertThat(section(kind, "Fix")).startsWith(kind.fix());
    }

    @ParameterizedTest
    @EnumSource
    void thePageHasItsHeadingsItsOwnerAndSomethingUnderEach(FailureKind kind) {
        assertThat(Pattern.compile("(?m)^## (.+)$")
                        .matcher(kind.page())
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactlyElementsOf(HEADINGS);
        assertThat(kind.page())
                .contains(
                        "\n`" + kind.id() + "` · owner: " + kind.owner().name().toLowerCase(Locale.ROOT) + "\n");
        assertThat(HEADINGS)
                .allSatisfy(heading -> assertThat(section(kind, heading)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void theLookAlikesExist(FailureKind kind) {
        var named = LOOK_ALIKE
                .matcher(section(kind, "Look-alikes and what tells them apart"))
                .results()
                .flatMap(bold -> Arrays.stream(bold.group(1).split(", ", -1)));

        assertThat(named)
                .allSatisfy(id -> assertThat(FailureKind.of(id)).as(id).get().isNotEqualTo(kind));
    }

    private static String section(FailureKind kind, String heading) {
        var from = kind.page().split("\n## " + Pattern.quote(heading) + "\n", 2);
        assertThat(from).as("%s has no heading %s", kind.id(), heading).hasSize(2);
        return from[1].split("\n## ", 2)[0].strip();
    }
}
