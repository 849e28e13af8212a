package dev.tautline.store.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What the shop sells. Answers from memory or from the database; callers need not know which.
public interface Catalogue {
    List<Category> categories();

    Optional<Category> category(String slug);

    /// One page of a shelf; pages count from 1.
    ResultPage<ProductCard> inCategory(String category, Sorting sorting, int page, int size);

    /// The first of each shelf, for the home page.
    List<ProductCard> favourites(int limit);

    /// What goes well with a product: its shelf first.
    List<ProductCard> related(Product product, int limit);

    /// In the order of the slugs; unknown ones are absent.
    List<ProductCard> cards(List<String> slugs);

    Optional<Product> product(String slug);

    /// What a basket needs to know about its articles, in the order of their SKU; unknown ones are absent.
    List<Article> articles(Collection<String> skus);
}
