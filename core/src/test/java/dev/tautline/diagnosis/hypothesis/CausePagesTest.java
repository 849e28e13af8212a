package dev.tautline.diagnosis.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Cause;
import dev.tautline.probe.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each cause that can be named has its page, and `docs/reference/causes.md` lists them.
class CausePagesTest {
    private static final Path PAGES = Path.of("..", "docs", "reference", "causes");
    private static final Path TABLE = Path.of("..", "docs", "reference", "causes.md");
    private static final Path WANTED = Path.of("target", "causes.md");
    private static final List<String> HEADINGS =
            List.of("What it is", "How it is recognised", "What looks like it", "What to do", "Sources");

    /// What looks like a cause is named in bold.
    private static final Pattern BOLD = Pattern.compile("\\*\\*([a-z]+(?:-[a-z]+)+)\\*\\*");

    static List<Cause> causes() {
        return Hypotheses.all().stream()
                .flatMap(hypothesis -> hypothesis.causes().stream())
                .filter(cause -> FailureKind.of(cause.id()).isEmpty())
                .distinct()
                .toList();
    }

    /// A cause that is a diagnosis of the ladder, too, may have a page here beside that one.
    @Test
    void thereIsAPageForEachCauseAndNoOther() throws IOException {
        try (var pages = Files.list(PAGES)) {
            var named = Hypotheses.all().stream()
                    .flatMap(hypothesis -> hypothesis.causes().stream())
                    .map(cause -> cause.id() + ".md")
                    .toList();

            assertThat(pages.map(page -> page.getFileName().toString()).toList())
                    .containsAll(
                            causes().stream().map(cause -> cause.id() + ".md").toList())
                    .isSubsetOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("causes")
    void thePageHasItsTitleItsOwnerAndSomethingUnderEachHeading(Cause cause) throws IOException {
        var page = page(cause);

        assertThat(page)
                .startsWith("# %s\n\n`%s` · owner: %s\n"
                        .formatted(
                                cause.title(), cause.id(), cause.owner().name().toLowerCase(Locale.ROOT)));
        assertThat(Pattern.compile("(?m)^## (.+)$").matcher(page).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(HEADINGS);
        assertThat(HEADINGS)
                .allSatisfy(heading -> assertThat(section(page, heading)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("causes")
    void theLookAlikesExist(Cause cause) throws IOException {
        var known = Stream.concat(
                        causes().stream().map(Cause::id),
                        Stream.of(FailureKind.values()).map(FailureKind::id))
                .filter(id -> !id.equals(cause.id()))
                .toList();

        assertThat(BOLD.matcher(section(page(cause), "What looks like it"))
                        .results()
                        .map(bold -> bold.group(1)))
                .isSubsetOf(known);
    }

    @Test
    void theTableListsThem() throws IOException {
        var table = new StringBuilder("""
            # Causes that `taut watch` names

            In the order in which they are judged: of equally firm ones the first is named. A connection that cannot be opened is
            named by its [diagnosis](diagnoses.md). `taut explain` prints each page, too.

            | cause | what it is | owner |
            |---|---|---|
            """);
        causes().forEach(cause -> table.append("| [%s](causes/%s.md) | %s | %s |\n"
                .formatted(
                        cause.id(),
                        cause.id(),
                        cause.title(),
                        cause.owner().name().toLowerCase(Locale.ROOT))));
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, table);

        assertThat(TABLE).as("copy core/%s to docs/reference", WANTED).hasSameTextualContentAs(WANTED);
    }

    private static String page(Cause cause) throws IOException {
        return Files.readString(PAGES.resolve(cause.id() + ".md"));
    }

    private static String section(String page, String heading) {
        return page.split("\n## " + Pattern.quote(heading) + "\n", 2)[1].split("\n## ", 2)[0].strip();
    }
}
