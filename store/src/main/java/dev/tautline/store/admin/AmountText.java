package dev.tautline.store.admin;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Amounts as people type them: `12`, `12.5`, `12,50`. No thousands, for one language's point is the other's comma.
final class AmountText {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,8})(?:[.,]([0-9]{1,2}))?");

    private AmountText() {}

    /// In cents; nothing when it is no amount of 0 to 99,999,999.99.
    static OptionalLong minor(String text) {
        var parts = AMOUNT.matcher(text.strip());
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        var cents = parts.group(2) == null ? "00" : (parts.group(2) + "0").substring(0, 2);
        return OptionalLong.of(Long.parseLong(parts.group(1)) * 100 + Long.parseLong(cents));
    }

    static String of(long minor) {
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }
}
