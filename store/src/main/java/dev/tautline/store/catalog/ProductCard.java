package dev.tautline.store.catalog;

import dev.tautline.store.pricing.Money;

/// A product as a list shows it: its lowest price and the stock of all its variants.
public record ProductCard(
        String slug,
        String name,
        String summary,
        String material,
        Money lowestPrice,
        boolean severalPrices,
        StockBadge badge) {

    boolean buyable() {
        return badge != StockBadge.SOLD_OUT;
    }
}
