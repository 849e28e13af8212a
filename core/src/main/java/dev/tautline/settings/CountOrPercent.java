package dev.tautline.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/// A number of things, or a share of all of them: `2` or `25%`, as in a Kubernetes rolling update.
public record CountOrPercent(int number, boolean isPercent) {
    public static final ValueType<CountOrPercent> TYPE =
            new ValueType<>("", "a whole number, or a percentage such as 25%", CountOrPercent::read);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(%?)");
    private static final int ALL = 100;

    public static CountOrPercent percent(int number) {
        return new CountOrPercent(number, true);
    }

    public static CountOrPercent count(int number) {
        return new CountOrPercent(number, false);
    }

    /// How many of `whole` that is, a fraction rounded up.
    public int roundedUpOf(int whole) {
        return isPercent ? Math.clamp(Math.ceilDiv((long) number * whole, (long) ALL), 0, Integer.MAX_VALUE) : number;
    }

    /// How many of `whole` that is, a fraction rounded down.
    public int roundedDownOf(int whole) {
        return isPercent ? Math.clamp((long) number * whole / ALL, 0, Integer.MAX_VALUE) : number;
    }

    private static Optional<CountOrPercent> read(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new CountOrPercent(
                        Integer.parseInt(written.group(1)), !written.group(2).isEmpty()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + (isPercent ? "%" : "");
    }
}
