package dev.tautline.store.cart;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The basket as text inside its cookie: `1|SKU:quantity:price,…`. The leading number is the version of the format.
public final class CartText {
    private static final String VERSION = "1|";
    private static final Pattern LINE = Pattern.compile("([A-Z0-9-]{3,24}):([1-9][0-9]?):([0-9]{1,12})");

    private CartText() {}

    public static String write(Cart cart) {
        return cart.lines().stream()
                .map(line -> line.sku() + ":" + line.quantity() + ":" + line.priceMinor())
                .collect(Collectors.joining(",", VERSION, ""));
    }

    /// Nothing when the text is not of this version or this form: an older shop's cookie is an empty basket, not an
    /// error.
    public static Optional<Cart> read(String text) {
        if (!text.startsWith(VERSION)) {
            return Optional.empty();
        }
        var body = text.substring(VERSION.length());
        if (body.isEmpty()) {
            return Optional.of(Cart.EMPTY);
        }
        var lines = Stream.of(body.split(",", -1)).map(CartText::line).toList();
        return lines.size() <= Cart.MOST_LINES && lines.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Cart(lines.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private static Optional<Cart.Line> line(String text) {
        var parts = LINE.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Cart.Line(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }
}
