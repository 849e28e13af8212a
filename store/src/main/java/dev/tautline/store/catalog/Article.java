package dev.tautline.store.catalog;

import dev.tautline.store.pricing.Money;

/// One variant with its product's name: what a basket line points at.
public record Article(String sku, String slug, String name, String label, Money price, int available) {
    public String title() {
        return name + ", " + label;
    }
}
