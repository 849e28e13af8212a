package dev.tautline.store.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which goods go with which: those of the same shelf first, then those whose names are alike. Found once for each
/// product that somebody looks at, for as long as names and shelves stay as they are. Thread-safe.
final class Relatives {
    /// More than any page shows.
    private static final int MOST = 12;

    private final List<Named> goods;
    private final Map<String, List<String>> found = new ConcurrentHashMap<>();

    private record Named(String slug, String category, Trigrams name) {}

    Relatives(Snapshot.Edition edition) {
        this.goods = edition.products().stream()
                .map(product -> new Named(product.slug(), product.category().slug(), Trigrams.of(product.name())))
                .toList();
    }

    /// Slugs, the nearest first; at most 12.
    List<String> of(Product product) {
        return found.computeIfAbsent(product.slug(), slug -> nearest(product));
    }

    private List<String> nearest(Product product) {
        var here = product.category().slug();
        var name = Trigrams.of(product.name());
        return goods.stream()
                .filter(other -> !other.slug().equals(product.slug()))
                .sorted(Comparator.comparing((Named other) -> !other.category().equals(here))
                        .thenComparing(Comparator.comparingDouble((Named other) -> name.similarityTo(other.name()))
                                .reversed()))
                .limit(MOST)
                .map(Named::slug)
                .toList();
    }
}
