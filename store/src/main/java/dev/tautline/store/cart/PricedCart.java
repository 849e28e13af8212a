package dev.tautline.store.cart;

import dev.tautline.store.catalog.Article;
import dev.tautline.store.catalog.Catalogue;
import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Totals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A basket with today's names, prices and stock. Articles that are no longer sold drop out.
public record PricedCart(List<Line> lines) {

    public record Line(Article article, int quantity, Money seenPrice) {
        public Money sum() {
            return article.price().times(quantity);
        }

        public boolean priceChanged() {
            return !article.price().equals(seenPrice);
        }

        public boolean enough() {
            return article.available() >= quantity;
        }

        Totals.Line priced() {
            return new Totals.Line(article.price(), quantity);
        }
    }

    public static PricedCart of(Cart cart, Catalogue catalogue) {
        var articles = catalogue
                .articles(cart.lines().stream().map(Cart.Line::sku).toList())
                .stream()
                .collect(Collectors.toMap(Article::sku, Function.identity()));
        return new PricedCart(cart.lines().stream()
                .flatMap(line -> Optional.ofNullable(articles.get(line.sku()))
                        .map(article -> new Line(article, line.quantity(), new Money(line.priceMinor())))
                        .stream())
                .toList());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public boolean sellable() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::enough);
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public Money goods() {
        return Totals.sumOf(priced());
    }

    public List<Totals.Line> priced() {
        return lines.stream().map(Line::priced).toList();
    }
}
