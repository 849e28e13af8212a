package dev.tautline.store.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A snapshot in one language, laid out for answering. Immutable, so pages share it without a lock.
final class MemoryCatalogue implements Catalogue {
    private final Snapshot.Edition edition;
    private final Relatives relatives;
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, ProductCard> cards = new LinkedHashMap<>();
    private final SortedMap<String, Article> articles = new TreeMap<>();

    MemoryCatalogue(Snapshot.Edition edition, Relatives relatives) {
        this.edition = edition;
        this.relatives = relatives;
        for (var product : edition.products()) {
            products.put(product.slug(), product);
            cards.put(product.slug(), product.card());
            for (var variant : product.variants()) {
                articles.put(variant.sku(), article(product, variant));
            }
        }
    }

    @Override
    public List<Category> categories() {
        return edition.categories();
    }

    @Override
    public Optional<Category> category(String slug) {
        return edition.categories().stream()
                .filter(category -> category.slug().equals(slug))
                .findFirst();
    }

    @Override
    public List<ProductCard> shelf(String category) {
        return edition.products().stream()
                .filter(product -> product.category().slug().equals(category))
                .map(this::card)
                .toList();
    }

    @Override
    public List<ProductCard> favourites(int limit) {
        return cards.values().stream().limit(limit).toList();
    }

    @Override
    public List<ProductCard> related(Product product, int limit) {
        return cards(relatives.of(product)).stream().limit(limit).toList();
    }

    @Override
    public List<ProductCard> cards(List<String> slugs) {
        return slugs.stream()
                .flatMap(slug -> Stream.ofNullable(cards.get(slug)))
                .toList();
    }

    @Override
    public Optional<Product> product(String slug) {
        return Optional.ofNullable(products.get(slug));
    }

    @Override
    public List<Article> articles(Collection<String> skus) {
        return new TreeSet<>(skus)
                .stream().flatMap(sku -> Stream.ofNullable(articles.get(sku))).toList();
    }

    private ProductCard card(Product product) {
        return cards.getOrDefault(product.slug(), product.card());
    }

    private static Article article(Product product, Product.Variant variant) {
        return new Article(
                variant.sku(), product.slug(), product.name(), variant.label(), variant.price(), variant.available());
    }
}
