package dev.tautline.store.admin;

import java.util.List;
import java.util.OptionalLong;

/// What shall change about one article.
///
/// @param line of the file, or 1
/// @param priceMinor the new price, if there is one
/// @param stockChange pieces that came in, or were found missing; relative, for the shop sells meanwhile
/// @param seenMinor the price that the form was made from, when it was a form
record GoodsChange(int line, String sku, OptionalLong priceMinor, int stockChange, OptionalLong seenMinor) {

    /// Why something was not done: a key of the bundle, which takes the line first.
    record Problem(int line, String key, List<Object> arguments) {
        Problem(int line, String key, Object... arguments) {
            this(line, key, List.of(arguments));
        }

        /// As templates want them.
        public Object[] words() {
            return arguments.toArray();
        }
    }
}
