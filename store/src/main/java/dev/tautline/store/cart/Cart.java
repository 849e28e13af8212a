package dev.tautline.store.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A basket: at most 40 lines, at most 99 of each article. `priceMinor` is the price the visitor saw when the line was
/// put in, so that a change can be pointed out.
public record Cart(List<Line> lines) {
    public static final int MOST_LINES = 40;
    public static final int MOST_OF_ONE = 99;
    /// What a SKU looks like.
    public static final Pattern SKU = Pattern.compile("[A-Z0-9-]{3,24}");

    public static final Cart EMPTY = new Cart(List.of());

    public record Line(String sku, int quantity, long priceMinor) {}

    public Cart {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /// Puts more of an article in, up to the limit of one line.
    Cart add(String sku, int quantity, long priceMinor) {
        var already = line(sku).map(Line::quantity).orElse(0);
        return with(sku, Math.min(MOST_OF_ONE, already + quantity), priceMinor);
    }

    /// Sets how many of an article are wanted; zero takes the line out.
    Cart with(String sku, int quantity, long priceMinor) {
        var changed = new ArrayList<Line>();
        var found = false;
        for (var line : lines) {
            if (line.sku().equals(sku)) {
                found = true;
                addUnlessNone(changed, new Line(sku, quantity, priceMinor));
            } else {
                changed.add(line);
            }
        }
        if (!found) {
            addUnlessNone(changed, new Line(sku, quantity, priceMinor));
        }
        return new Cart(changed);
    }

    /// Both together, this one's lines first, as far as limits allow: of each article the larger number, so that
    /// logging in
    /// twice does not double a basket.
    public Cart merge(Cart other) {
        var merged = this;
        for (var line : other.lines()) {
            var mine = merged.line(line.sku()).map(Line::quantity).orElse(0);
            if (mine < line.quantity() && !merged.isFullFor(line.sku())) {
                merged = merged.with(line.sku(), line.quantity(), line.priceMinor());
            }
        }
        return merged;
    }

    boolean isFullFor(String sku) {
        return lines.size() >= MOST_LINES && line(sku).isEmpty();
    }

    private Optional<Line> line(String sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    private static void addUnlessNone(List<Line> lines, Line line) {
        if (line.quantity() > 0) {
            lines.add(line);
        }
    }
}
