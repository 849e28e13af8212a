package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Answers from what the keeper holds; no page waits for a database.
final class KeptCatalogue implements Catalogue {
    private final CatalogueKeeper keeper;

    KeptCatalogue(CatalogueKeeper keeper) {
        this.keeper = keeper;
    }

    private Catalogue held() {
        return keeper.held().orElseThrow(NotReadYet::new).catalogue(Language.current());
    }

    @Override
    public List<Category> categories() {
        return held().categories();
    }

    @Override
    public Optional<Category> category(String slug) {
        return held().category(slug);
    }

    @Override
    public List<ProductCard> shelf(String category) {
        return held().shelf(category);
    }

    @Override
    public List<ProductCard> favourites(int limit) {
        return held().favourites(limit);
    }

    @Override
    public List<ProductCard> related(Product product, int limit) {
        return held().related(product, limit);
    }

    @Override
    public List<ProductCard> cards(List<String> slugs) {
        return held().cards(slugs);
    }

    @Override
    public Optional<Product> product(String slug) {
        return held().product(slug);
    }

    @Override
    public List<Article> articles(Collection<String> skus) {
        return held().articles(skus);
    }
}
