package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;

/// The columns of the catalogue with the words of one language, under the same names for all. Where a translation is
/// empty, English stands in. Made of our own constants only.
record CatalogueColumns(Language language) {

    String ofCategory() {
        return "c.slug, " + word("c", "name") + ", " + word("c", "blurb");
    }

    String ofProduct() {
        return "p.slug, p.material, " + word("p", "name") + ", " + word("p", "summary") + ", "
                + word("p", "description");
    }

    String ofVariant() {
        return "v.sku, v.price_minor, " + word("v", "label");
    }

    /// The column that holds the words of products for full-text search.
    String search() {
        return language == Language.EN ? "p.search" : "p.search_" + language.code();
    }

    /// PostgreSQL's name for the rules by which these words are bent.
    String dictionary() {
        return switch (language) {
            case EN -> "english";
            case DE -> "german";
        };
    }

    String name() {
        return plain("p", "name");
    }

    String summary() {
        return plain("p", "summary");
    }

    private String word(String table, String column) {
        return plain(table, column) + " AS " + column;
    }

    private String plain(String table, String column) {
        var english = table + "." + column;
        return language == Language.EN
                ? english
                : "coalesce(nullif(%s_%s, ''), %s)".formatted(english, language.code(), english);
    }
}
