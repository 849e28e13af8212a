package dev.tautline.store.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The whole catalogue as the database had it at one moment.
///
/// @param version grows with each change of names, texts and prices; stock has none
/// @param at when the database last said so
/// @param products in the recommended order
record Snapshot(long version, Instant at, List<Category> categories, List<Product> products) {
    Snapshot {
        categories = List.copyOf(categories);
        products = List.copyOf(products);
    }

    /// The same goods with the stock of another moment; an article that it does not name has none.
    Snapshot with(Map<String, Integer> available, Instant moment) {
        var restocked =
                products.stream().map(product -> product.with(available)).toList();
        return new Snapshot(version, moment, categories, restocked);
    }
}
