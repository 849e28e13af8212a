package dev.tautline.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How one kind of value is written: its unit, what is allowed in words, and how to read it.
public record ValueType<T>(String unit, String allowed, Function<String, Optional<T>> reader) {
    public static final ValueType<String> TEXT = new ValueType<>("", "any text", Optional::of);
    public static final ValueType<Secret> SECRET =
            new ValueType<>("", "any text", text -> Optional.of(Secret.of(text)));
    public static final ValueType<Boolean> FLAG = new ValueType<>("", "true or false", ValueType::flag);
    public static final ValueType<Integer> COUNT =
            new ValueType<>("", "a whole number", text -> whole(text).flatMap(ValueType::asInt));
    public static final ValueType<Duration> MILLIS = new ValueType<>(
            "ms", "a whole number of milliseconds", text -> whole(text).map(Duration::ofMillis));
    public static final ValueType<Duration> SECONDS = new ValueType<>(
            "s",
            "a whole number of seconds",
            text -> whole(text)
                    .flatMap(n -> Math.abs(n) > Integer.MAX_VALUE ? Optional.empty() : Optional.of(n))
                    .map(Duration::ofSeconds));

    /// One of a fixed set of words, compared without case.
    public static ValueType<String> oneOf(String... words) {
        var list = List.of(words);
        return new ValueType<>(
                "",
                "one of " + String.join(", ", list),
                text -> list.stream().filter(text::equalsIgnoreCase).findFirst());
    }

    /// Whether such values must never be shown.
    public boolean isSecret() {
        return equals(SECRET);
    }

    /// Reads a value; empty when the text is not allowed.
    public Optional<T> read(String text) {
        return reader.apply(text.strip());
    }

    /// By identity, as their readers are compared in any case; a record's own comparison is made at its first call,
    /// which
    /// a short command would feel.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(true);
            case "false", "no", "off", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> asInt(long number) {
        return number < Integer.MIN_VALUE || number > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) number);
    }
}
