package dev.tautline.store.catalog;

import static java.util.Comparator.comparing;

import dev.tautline.store.language.Language;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// Orders in which a shelf can be read. Their titles are `sorting.…` of the bundle.
enum Sorting {
    RECOMMENDED("recommended"),
    PRICE_UP("price-up"),
    PRICE_DOWN("price-down"),
    NAME("name");

    private final String key;

    Sorting(String key) {
        this.key = key;
    }

    static Optional<Sorting> byKey(String key) {
        return Arrays.stream(values())
                .filter(sorting -> sorting.key.equals(key))
                .findFirst();
    }

    public String key() {
        return key;
    }

    /// For a list that is in the recommended order already. Names go by the rules of their language.
    Comparator<ProductCard> order(Language language) {
        return switch (this) {
            case RECOMMENDED -> comparing(card -> 0);
            case PRICE_UP -> comparing(ProductCard::lowestPrice).thenComparing(ProductCard::slug);
            case PRICE_DOWN -> comparing(ProductCard::lowestPrice).reversed().thenComparing(ProductCard::slug);
            case NAME ->
                comparing(ProductCard::name, Collator.getInstance(language.locale())::compare)
                        .thenComparing(ProductCard::slug);
        };
    }
}
