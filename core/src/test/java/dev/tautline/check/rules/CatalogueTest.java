package dev.tautline.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tautline.check.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Classes, lists and pages tell of the same rules.
class CatalogueTest {
    private static final Path PAGES = Path.of("../docs/reference/rules");
    private static final Path SOURCES = Path.of("src/main/java/dev/tautline/check/rules");
    private static final Pattern LINE = Pattern.compile("new (\\w+)\\(\\)");

    @Test
    void everyRuleClassStandsInItsFamilysList() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tautline.check.rules");

        assertThat(Rules.all())
                .extracting(rule -> rule.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(classes.stream()
                        .filter(type -> type.isAssignableTo(Rule.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .toList());
    }

    @Test
    void everyRuleHasAPageAndEveryPageARule() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Rules.all().stream().map(Rule::id).toList());
        }
    }

    @Test
    void everyFamilysListIsSorted() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var lists = files.filter(
                            file -> file.toString().endsWith("Rules.java") && !SOURCES.equals(file.getParent()))
                    .toList();
            assertThat(lists).isNotEmpty();
            for (var list : lists) {
                var names = LINE.matcher(Files.readString(list))
                        .results()
                        .map(line -> line.group(1))
                        .toList();
                assertThat(names).as(list.toString()).isNotEmpty().isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(Rules.find("pool-too-small-for-request-threads")).isPresent();
        assertThat(Rules.find("no-such-rule")).isEmpty();
    }
}
