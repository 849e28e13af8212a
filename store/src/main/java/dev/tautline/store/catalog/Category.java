package dev.tautline.store.catalog;

/// A shelf of the shop.
public record Category(String slug, String name, String blurb) {}
