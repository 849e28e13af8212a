package dev.tautline.store.catalog;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// Orders in which a category can be read. The clause is ours, never the visitor's text.
enum Sorting {
    RECOMMENDED("recommended", "Recommended", "p.position, p.slug"),
    PRICE_UP("price-up", "Price, low to high", "lowest, p.slug"),
    PRICE_DOWN("price-down", "Price, high to low", "lowest DESC, p.slug"),
    NAME("name", "Name", "p.name, p.slug");

    private final String key;
    private final String title;
    private final String clause;

    Sorting(String key, String title, String clause) {
        this.key = key;
        this.title = title;
        this.clause = clause;
    }

    static Optional<Sorting> byKey(String key) {
        return Arrays.stream(values())
                .filter(sorting -> sorting.key.equals(key))
                .findFirst();
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    String clause() {
        return clause;
    }

    /// The same order in memory, for a list that is in the recommended order already.
    Comparator<ProductCard> order() {
        return switch (this) {
            case RECOMMENDED -> comparing(card -> 0);
            case PRICE_UP -> comparing(ProductCard::lowestPrice).thenComparing(ProductCard::slug);
            case PRICE_DOWN -> comparing(ProductCard::lowestPrice).reversed().thenComparing(ProductCard::slug);
            case NAME -> comparing(ProductCard::name).thenComparing(ProductCard::slug);
        };
    }
}
