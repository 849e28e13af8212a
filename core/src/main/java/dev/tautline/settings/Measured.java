package dev.tautline.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/// Numbers with a unit behind them: `30s`, `1.5GB`. Each product has its own words for units; the empty word is the
/// unit of a bare number, where the product takes one.
final class Measured {
    private static final Pattern QUANTITY = Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,9})?)\\s*(\\p{Alpha}*)");
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

    private Measured() {}

    /// Durations, exact to the nanosecond. Words for units are compared as they are written.
    static ValueType<Duration> duration(String unit, String allowed, Map<String, Duration> units) {
        return new ValueType<>(unit, allowed, text -> quantity(text, units, Measured::nanos, Duration::ofNanos));
    }

    /// Amounts of memory or disk, in whole bytes.
    static ValueType<DataSize> size(String unit, String allowed, Map<String, DataSize> units) {
        return new ValueType<>(
                unit,
                allowed,
                text -> quantity(text, units, size -> BigDecimal.valueOf(size.bytes()), DataSize::ofBytes));
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigDecimal.valueOf(duration.getNano()));
    }

    private static <T> Optional<T> quantity(
            String text, Map<String, T> units, java.util.function.Function<T, BigDecimal> size, LongFunction<T> maker) {
        var quantity = QUANTITY.matcher(text);
        if (!quantity.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(quantity.group(1));
        return Optional.ofNullable(units.get(quantity.group(2)))
                .map(unit -> number.multiply(size.apply(unit)).setScale(0, RoundingMode.HALF_UP))
                .filter(total -> total.unscaledValue().bitLength() < Long.SIZE)
                .map(total -> maker.apply(total.longValueExact()));
    }
}
