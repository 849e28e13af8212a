package dev.tautline.store.checkout;

import dev.tautline.store.cart.Cart;
import dev.tautline.store.catalog.Article;
import dev.tautline.store.order.Order;
import dev.tautline.store.pricing.Country;
import dev.tautline.store.pricing.Promo;
import dev.tautline.store.pricing.Shipping;
import dev.tautline.store.pricing.Totals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a basket comes to at the prices of some articles. Pure.
///
/// @param complete whether every line of the basket is still sold
/// @param enough whether there is enough of everything, as far as the articles tell
record Quote(List<Order.Line> lines, Totals totals, boolean complete, boolean enough) {

    static Quote of(Cart cart, List<Article> articles, Shipping shipping, Country country, @Nullable Promo promo) {
        var sold = articles.stream().collect(Collectors.toMap(Article::sku, Function.identity()));
        var lines = cart.lines().stream()
                .flatMap(line -> Optional.ofNullable(sold.get(line.sku()))
                        .map(article ->
                                new Order.Line(article.sku(), article.title(), line.quantity(), article.price()))
                        .stream())
                .toList();
        var totals = Totals.of(
                lines.stream()
                        .map(line -> new Totals.Line(line.price(), line.quantity()))
                        .toList(),
                shipping,
                country,
                promo);
        var enough = cart.lines().stream()
                .allMatch(line -> Optional.ofNullable(sold.get(line.sku()))
                        .filter(article -> article.available() >= line.quantity())
                        .isPresent());
        return new Quote(lines, totals, lines.size() == cart.lines().size(), enough);
    }
}
