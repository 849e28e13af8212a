package dev.tautline.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.store.pricing.Money;
import dev.tautline.store.web.BadInput;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfFilterTest {
    private static final List<ProductCard> SHELF = List.of(
            card("bell", "bronze", 7_990, StockBadge.IN_STOCK),
            card("cleat", "bronze", 1_990, StockBadge.SOLD_OUT),
            card("hook", "aluminium", 4_590, StockBadge.FEW_LEFT),
            card("winch", "bronze", 64_900, StockBadge.IN_STOCK));

    @Test
    void leavesAllWhereNothingIsChosen() {
        assertThat(found(ShelfFilter.of(List.of(), List.of(), false)))
                .containsExactly("bell", "cleat", "hook", "winch");
    }

    @Test
    void widensWithinAKindAndNarrowsBetweenKinds() {
        assertThat(found(ShelfFilter.of(List.of("bronze"), List.of("under-20", "50-100"), false)))
                .containsExactly("bell", "cleat");
        assertThat(found(ShelfFilter.of(List.of("bronze"), List.of("under-20", "50-100"), true)))
                .containsExactly("bell");
        assertThat(found(ShelfFilter.of(List.of("gold"), List.of(), false))).isEmpty();
    }

    @Test
    void countsWhatEachChoiceWouldLeadToWithTheOthersAsTheyAre() {
        var facets =
                ShelfFilter.of(List.of("bronze"), List.of("over-100"), false).facets(SHELF);

        assertThat(facets.materials())
                .containsExactly(
                        new ShelfFilter.Choice("bronze", 1, true), new ShelfFilter.Choice("aluminium", 0, false));
        assertThat(facets.prices())
                .containsExactly(
                        new ShelfFilter.Choice("under-20", 1, false),
                        new ShelfFilter.Choice("50-100", 1, false),
                        new ShelfFilter.Choice("over-100", 1, true));
        assertThat(facets.inStock()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoChoice() {
        assertThatThrownBy(() -> ShelfFilter.of(List.of(), List.of("free"), false))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ShelfFilter.of(Collections.nCopies(31, "bronze"), List.of(), false))
                .isInstanceOf(BadInput.class);
    }

    private static List<String> found(ShelfFilter filter) {
        return filter.of(SHELF).stream().map(ProductCard::slug).toList();
    }

    private static ProductCard card(String slug, String material, long price, StockBadge badge) {
        return new ProductCard(slug, slug, "A thing.", material, new Money(price), false, badge);
    }
}
