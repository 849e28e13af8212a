package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reference page is a copy of the vocabulary in the code.
class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "settings.md");
    private static final Path WANTED = Path.of("target", "settings.md");

    @Test
    void pageSaysWhatTheVocabularySays() throws IOException {
        Files.createDirectories(WANTED.getParent());
        Files.writeString(WANTED, VocabularyReference.page());

        assertThat(PAGE).as("copy core/%s to docs/reference", WANTED).hasSameTextualContentAs(WANTED);
    }

    @Test
    void everyProductHasATable() {
        assertThat(VocabularyReference.VOCABULARIES)
                .extracting(vocabulary -> vocabulary.keys().iterator().next().product())
                .containsExactlyInAnyOrderElementsOf(productsWithKeys())
                .doesNotHaveDuplicates();
    }

    /// All but forks, whose defaults stand in the table of what they forked.
    private static List<Product> productsWithKeys() {
        return Arrays.stream(Product.values())
                .filter(product -> Arrays.stream(Product.values())
                        .noneMatch(other -> other.forks().contains(product)))
                .toList();
    }
}
