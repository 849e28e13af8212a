package dev.tautline.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which values are allowed: one, as in `logical`, or those within bounds, as in `>= 200` and `>= 16 < 18`.
public final class Range<T extends Comparable<T>> {
    private final String text;
    private final List<Bound<T>> bounds;

    private Range(String text, List<Bound<T>> bounds) {
        this.text = text;
        this.bounds = List.copyOf(bounds);
    }

    private record Bound<T extends Comparable<T>>(Comparison comparison, T value) {
        boolean allows(T found) {
            return comparison.holds(found.compareTo(value));
        }
    }

    /// Longer signs first, so that `>=` is not taken for `>`.
    private enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<"),
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
                case EQUAL -> order == 0;
            };
        }
    }

    /// Reads a range whose values `reader` can read; empty when it cannot read one of them.
    public static <T extends Comparable<T>> Optional<Range<T>> parse(
            String text, Function<String, Optional<T>> reader) {
        var bounds = new ArrayList<Bound<T>>();
        for (var part : text.strip().split("\\s+(?=[<>=])", -1)) {
            var comparison = Arrays.stream(Comparison.values())
                    .filter(one -> part.startsWith(one.sign))
                    .findFirst();
            var value = comparison.map(one -> part.substring(one.sign.length())).orElse(part);
            var read = reader.apply(value.strip());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            bounds.add(new Bound<>(comparison.orElse(Comparison.EQUAL), read.get()));
        }
        return Optional.of(new Range<>(text.strip(), bounds));
    }

    boolean contains(T value) {
        return bounds.stream().allMatch(bound -> bound.allows(value));
    }

    /// Whether some bound asks for more or less, and so for an order of values.
    boolean isOrdered() {
        return bounds.stream().anyMatch(bound -> bound.comparison() != Comparison.EQUAL);
    }

    @Override
    public String toString() {
        return text;
    }
}
