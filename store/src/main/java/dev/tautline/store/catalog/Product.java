package dev.tautline.store.catalog;

import dev.tautline.store.pricing.Money;
import java.util.List;
import java.util.Map;

/// A product with everything its page shows.
public record Product(
        String slug,
        String name,
        String summary,
        String description,
        String material,
        Category category,
        List<Variant> variants) {

    /// What is sold: a size or a colour with its own article number, price and stock.
    public record Variant(String sku, String label, Money price, int available) {
        public StockBadge badge() {
            return StockBadge.of(available);
        }

        public boolean buyable() {
            return available > 0;
        }
    }

    Product with(Map<String, Integer> stock) {
        var restocked = variants.stream()
                .map(variant -> new Variant(
                        variant.sku(), variant.label(), variant.price(), stock.getOrDefault(variant.sku(), 0)))
                .toList();
        return new Product(slug, name, summary, description, material, category, restocked);
    }

    ProductCard card() {
        var available = variants.stream().mapToInt(Variant::available).sum();
        return new ProductCard(slug, name, summary, material, lowestPrice(), severalPrices(), StockBadge.of(available));
    }

    public boolean buyable() {
        return variants.stream().anyMatch(Variant::buyable);
    }

    public Money lowestPrice() {
        return variants.stream().map(Variant::price).min(Money::compareTo).orElse(Money.ZERO);
    }

    public boolean severalPrices() {
        return variants.stream().map(Variant::price).distinct().count() > 1;
    }
}
