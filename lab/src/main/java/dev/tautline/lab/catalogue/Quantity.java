package dev.tautline.lab.catalogue;

import dev.tautline.lab.fault.ByteCount;
import dev.tautline.lab.fault.ByteRate;
import dev.tautline.lab.fault.Share;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How values of one type are written by people.
///
/// @param allowed in words, for messages: "a time such as 250ms, 2s or 1m"
record Quantity(String allowed, Function<String, Optional<Object>> reader) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/-]{0,200}");
    private static final Map<String, Long> BYTES_IN = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private static final Map<Class<?>, Quantity> ALL = Map.of(
            Duration.class, new Quantity("a time such as 250ms, 2s or 1m", Quantity::time),
            ByteCount.class, new Quantity("a size such as 512B, 64KB or 16MB", Quantity::bytes),
            ByteRate.class, new Quantity("a rate such as 64KB/s", Quantity::rate),
            Share.class, new Quantity("a share such as 5%, above 0% and at most 100%", Quantity::share),
            int.class, new Quantity("a whole number", Quantity::whole),
            double.class, new Quantity("a number such as 4 or 2.5", Quantity::number),
            String.class, new Quantity("a name of letters, digits and - _ . : /", Quantity::word));

    static Quantity of(Class<?> type) {
        var known = ALL.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return choice(type);
        }
        throw new IllegalArgumentException("No way to write a " + type.getSimpleName());
    }

    Optional<Object> read(String text) {
        return reader.apply(text);
    }

    private static Quantity choice(Class<?> type) {
        var words =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Quantity::kebab, Function.identity()));
        var allowed =
                Arrays.stream(type.getEnumConstants()).map(Quantity::kebab).collect(Collectors.joining(", "));
        return new Quantity("one of " + allowed, text -> Optional.ofNullable(words.get(text)));
    }

    private static String kebab(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Object> time(String text) {
        var parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }

    private static Optional<Object> bytes(String text) {
        var parts = BYTES.matcher(text);
        return parts.matches() && Long.parseLong(parts.group(1)) > 0
                ? Optional.of(new ByteCount(Long.parseLong(parts.group(1)) * BYTES_IN.getOrDefault(parts.group(2), 1L)))
                : Optional.empty();
    }

    private static Optional<Object> rate(String text) {
        return text.endsWith("/s")
                ? bytes(text.substring(0, text.length() - 2)).map(count -> new ByteRate((ByteCount) count))
                : Optional.empty();
    }

    private static Optional<Object> share(String text) {
        var parts = PERCENT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double percent = Double.parseDouble(parts.group(1));
        return percent > 0 && percent <= 100 ? Optional.of(Share.percent(percent)) : Optional.empty();
    }

    private static Optional<Object> whole(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Object> number(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,6})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<Object> word(String text) {
        return WORD.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
