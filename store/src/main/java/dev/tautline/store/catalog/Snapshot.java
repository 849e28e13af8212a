package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The whole catalogue as the database had it at one moment, in each language.
///
/// @param version grows with each change of names, texts and prices; stock has none
/// @param at when the database last said so
record Snapshot(long version, Instant at, List<Edition> editions) {

    /// @param products in the recommended order
    record Edition(Language language, List<Category> categories, List<Product> products) {
        Edition {
            categories = List.copyOf(categories);
            products = List.copyOf(products);
        }

        private Edition with(Map<String, Integer> available) {
            return new Edition(
                    language,
                    categories,
                    products.stream().map(product -> product.with(available)).toList());
        }
    }

    Snapshot {
        editions = List.copyOf(editions);
    }

    /// The same goods with the stock of another moment; an article that it does not name has none.
    Snapshot with(Map<String, Integer> available, Instant moment) {
        return new Snapshot(
                version,
                moment,
                editions.stream().map(edition -> edition.with(available)).toList());
    }

    /// In English where there is no other.
    Edition in(Language language) {
        return editions.stream()
                .filter(edition -> edition.language() == language)
                .findFirst()
                .orElseGet(editions::getFirst);
    }
}
