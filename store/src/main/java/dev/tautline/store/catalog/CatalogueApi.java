package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import dev.tautline.store.web.ApiV1;
import dev.tautline.store.web.NotFound;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The catalogue as JSON, from memory like every page; German below `/de`.
@ApiV1
@RequestMapping("/api/v1")
class CatalogueApi {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{2,60}");

    private final Catalogue catalogue;

    CatalogueApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Shelf(String slug, String name, String blurb) {}

    record Item(String slug, String name, String summary, String material, long fromMinor, String stock) {}

    record Detail(
            String slug,
            String name,
            String summary,
            String description,
            String material,
            String category,
            String language,
            String currency,
            List<Variant> variants) {}

    record Variant(String sku, String label, long priceMinor, int available) {}

    @GetMapping("/categories")
    List<Shelf> categories() {
        return catalogue.categories().stream()
                .map(shelf -> new Shelf(shelf.slug(), shelf.name(), shelf.blurb()))
                .toList();
    }

    @GetMapping("/categories/{slug}/products")
    List<Item> products(@PathVariable String slug) {
        if (!SLUG.matcher(slug).matches() || catalogue.category(slug).isEmpty()) {
            throw new NotFound("shelf");
        }
        return catalogue.shelf(slug).stream()
                .map(card -> new Item(
                        card.slug(),
                        card.name(),
                        card.summary(),
                        card.material(),
                        card.lowestPrice().minor(),
                        card.badge().name()))
                .toList();
    }

    @GetMapping("/products/{slug}")
    Detail product(@PathVariable String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new NotFound("article");
        }
        var product = catalogue.product(slug).orElseThrow(() -> new NotFound("article"));
        return new Detail(
                product.slug(),
                product.name(),
                product.summary(),
                product.description(),
                product.material(),
                product.category().slug(),
                Language.current().code(),
                "EUR",
                product.variants().stream()
                        .map(variant -> new Variant(
                                variant.sku(), variant.label(), variant.price().minor(), variant.available()))
                        .toList());
    }
}
