package dev.tautline.store.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A snapshot laid out for answering. Immutable, so pages share it without a lock.
final class MemoryCatalogue implements Catalogue {
    private final Snapshot snapshot;
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, ProductCard> cards = new LinkedHashMap<>();
    private final SortedMap<String, Article> articles = new TreeMap<>();

    MemoryCatalogue(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (var product : snapshot.products()) {
            products.put(product.slug(), product);
            cards.put(product.slug(), product.card());
            for (var variant : product.variants()) {
                articles.put(variant.sku(), article(product, variant));
            }
        }
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<Category> categories() {
        return snapshot.categories();
    }

    @Override
    public Optional<Category> category(String slug) {
        return snapshot.categories().stream()
                .filter(category -> category.slug().equals(slug))
                .findFirst();
    }

    @Override
    public ResultPage<ProductCard> inCategory(String category, Sorting sorting, int page, int size) {
        var shelf = snapshot.products().stream()
                .filter(product -> product.category().slug().equals(category))
                .map(this::card)
                .sorted(sorting.order())
                .toList();
        var from = Math.min(shelf.size(), Math.multiplyExact(page - 1, size));
        var items = shelf.subList(from, Math.min(shelf.size(), from + size));
        return new ResultPage<>(items, page, shelf.size(), size);
    }

    @Override
    public List<ProductCard> favourites(int limit) {
        return cards.values().stream().limit(limit).toList();
    }

    @Override
    public List<ProductCard> related(Product product, int limit) {
        var here = product.category().slug();
        var name = Trigrams.of(product.name());
        return snapshot.products().stream()
                .filter(other -> !other.slug().equals(product.slug()))
                .sorted(Comparator.comparing(
                                (Product other) -> !other.category().slug().equals(here))
                        .thenComparing(other -> -name.similarityTo(Trigrams.of(other.name()))))
                .limit(limit)
                .map(this::card)
                .toList();
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
