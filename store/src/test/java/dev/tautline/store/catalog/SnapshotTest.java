package dev.tautline.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.language.Language;
import dev.tautline.store.pricing.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SnapshotTest {
    private static final Category RIGGING = new Category("rigging", "Blocks & Rigging", "Sheaves that run.");
    private static final Category ROPE = new Category("rope", "Rope", "Line.");
    private static final Snapshot SNAPSHOT = new Snapshot(
            7,
            Instant.parse("2026-05-01T10:00:00Z"),
            List.of(new Snapshot.Edition(
                    Language.EN,
                    List.of(ROPE, RIGGING),
                    List.of(
                            product(
                                    "bow-shackle",
                                    "Bow shackle",
                                    "Forged and galvanised.",
                                    RIGGING,
                                    "RIG-BOW-06",
                                    990,
                                    3),
                            product(
                                    "halyard",
                                    "Braided halyard",
                                    "Low stretch, for shackles too.",
                                    ROPE,
                                    "ROP-HAL-08",
                                    240,
                                    0),
                            product("d-shackle", "Long D shackle", "Stainless.", RIGGING, "RIG-DEE-06", 490, 20)))));

    @TempDir
    private Path folder;

    private SnapshotFile file;
    private Path place;

    @BeforeEach
    void name() {
        place = folder.resolve("catalogue.snapshot");
        file = new SnapshotFile(place, JsonMapper.builder().build());
    }

    @Test
    void comesBackFromDiskAsItWas() {
        file.write(SNAPSHOT);

        assertThat(file.read()).contains(SNAPSHOT);
    }

    @Test
    void isNotReadWhenOneBitIsWrong() throws Exception {
        file.write(SNAPSHOT);
        var bytes = Files.readAllBytes(place);
        for (var at : new int[] {3, 40, bytes.length / 2, bytes.length - 1}) {
            var damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(place, damaged);
            assertThat(file.read()).as("bit at %d", at).isEmpty();
        }
    }

    @Test
    void isNotReadWhenItsEndIsMissingOrThereIsNone() throws Exception {
        assertThat(file.read()).isEmpty();
        file.write(SNAPSHOT);
        var bytes = Files.readAllBytes(place);
        Files.write(place, java.util.Arrays.copyOf(bytes, bytes.length - 10));
        assertThat(file.read()).isEmpty();
        Files.write(place, new byte[0]);
        assertThat(file.read()).isEmpty();
    }

    @Test
    void takesNewStockAndKeepsTheWords() {
        var restocked = SNAPSHOT.with(Map.of("ROP-HAL-08", 5), SNAPSHOT.at().plusSeconds(2));

        assertThat(catalogue(restocked).articles(List.of("ROP-HAL-08", "RIG-BOW-06", "NO-SUCH")))
                .extracting(Article::sku, Article::available)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("RIG-BOW-06", 0),
                        org.assertj.core.groups.Tuple.tuple("ROP-HAL-08", 5));
        assertThat(restocked.version()).isEqualTo(7);
    }

    @Test
    void sortsAndPagesAShelf() {
        var catalogue = catalogue(SNAPSHOT);

        var shelf = catalogue.shelf("rigging");

        assertThat(sorted(shelf, Sorting.PRICE_UP)).containsExactly("d-shackle", "bow-shackle");
        assertThat(sorted(shelf, Sorting.NAME)).containsExactly("bow-shackle", "d-shackle");
        assertThat(ResultPage.of(shelf, 2, 1).items())
                .extracting(ProductCard::slug)
                .containsExactly("d-shackle");
        assertThat(ResultPage.of(shelf, 3, 1).exists()).isFalse();
    }

    private static List<String> sorted(List<ProductCard> shelf, Sorting sorting) {
        return shelf.stream()
                .sorted(sorting.order(Language.EN))
                .map(ProductCard::slug)
                .toList();
    }

    @Test
    void suggestsNamesThatBeginSoBeforeThoseThatHoldOrResembleIt() {
        var index = new WordIndex(SNAPSHOT.in(Language.EN));

        assertThat(index.suggestions("bo", 8)).first().isEqualTo("Bow shackle");
        assertThat(index.suggestions("shac", 8)).containsExactlyInAnyOrder("Bow shackle", "Long D shackle");
        assertThat(index.suggestions("braidet", 8)).containsExactly("Braided halyard");
        assertThat(index.suggestions("zzzz", 8)).isEmpty();
    }

    @Test
    void findsWordsInAnyFormNamesFirstAndArticleNumbers() {
        var index = new WordIndex(SNAPSHOT.in(Language.EN));

        assertThat(index.byWords("shackle", 24)).containsExactly("bow-shackle", "d-shackle", "halyard");
        assertThat(index.byWords("bow shackles", 24)).containsExactly("bow-shackle");
        assertThat(index.byWords("rig-dee-06", 24)).containsExactly("d-shackle");
        assertThat(index.byWords("%';--", 24)).isEmpty();
        assertThat(index.byWords("anchor", 24)).isEmpty();
    }

    @Test
    void forgivesTypingErrors() {
        var index = new WordIndex(SNAPSHOT.in(Language.EN));

        assertThat(index.byLikeness("shakle", 24)).contains("bow-shackle", "d-shackle");
        assertThat(index.byLikeness("zzzzqqqq", 24)).isEmpty();
    }

    private static Product product(
            String slug, String name, String summary, Category shelf, String sku, long price, int stock) {
        var variant = new Product.Variant(sku, "one size", new Money(price), stock);
        return new Product(slug, name, summary, "A thing for a boat.", "bronze", shelf, List.of(variant));
    }

    private static MemoryCatalogue catalogue(Snapshot snapshot) {
        var edition = snapshot.in(Language.EN);
        return new MemoryCatalogue(edition, new Relatives(edition));
    }
}
