package dev.tautline.settings;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with a unit behind them: `30s`, `1.5GB`. Each product has its own words for units; the empty word is the
/// unit of a bare number, where the product takes one.
final class Measured {
    private static final Pattern QUANTITY =
            Pattern.compile("(?<whole>[+-]?\\d{1,18})(?:\\.(?<fraction>\\d{1,9}))?\\s*(?<unit>\\p{Alpha}*)");
    private static final Pattern PART = Pattern.compile("\\d{1,18}\\p{Alpha}*");
    private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + "\\s*)+");
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    private Measured() {}

    /// Durations, exact to the nanosecond. Words for units are compared as they are written.
    static ValueType<Duration> duration(String unit, String allowed, Map<String, Duration> units) {
        return new ValueType<>(unit, allowed, text -> quantity(text, units, Measured::nanos, Duration::ofNanos));
    }

    /// Whole numbers, each with a unit smaller than the one before; their sum.
    static ValueType<Duration> durations(String unit, String allowed, Map<String, Duration> units) {
        return new ValueType<>(unit, allowed, text -> sum(text, units));
    }

    private static Optional<Duration> sum(String text, Map<String, Duration> units) {
        if (!PARTS.matcher(text).matches()) {
            return Optional.empty();
        }
        var sum = Duration.ZERO;
        var last = Duration.ofSeconds(Long.MAX_VALUE);
        for (var part : PART.matcher(text).results().map(MatchResult::group).toList()) {
            var unit = units.get(part.replaceAll("[\\d\\s]", ""));
            var value = quantity(part, units, Measured::nanos, Duration::ofNanos);
            if (unit == null || value.isEmpty() || unit.compareTo(last) >= 0) {
                return Optional.empty();
            }
            sum = sum.plus(value.get());
            last = unit;
        }
        return Optional.of(sum);
    }

    /// Amounts of memory or disk, in whole bytes.
    static ValueType<DataSize> size(String unit, String allowed, Map<String, DataSize> units) {
        return new ValueType<>(
                unit,
                allowed,
                text -> quantity(text, units, size -> BigInteger.valueOf(size.bytes()), DataSize::ofBytes));
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigInteger.valueOf(duration.getNano()));
    }

    private static <T> Optional<T> quantity(
            String text, Map<String, T> units, Function<T, BigInteger> size, LongFunction<T> maker) {
        var quantity = QUANTITY.matcher(text);
        if (!quantity.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(units.get(quantity.group("unit")))
                .map(unit -> rounded(
                        new BigInteger(quantity.group("whole") + fraction(quantity)).multiply(size.apply(unit)),
                        BigInteger.TEN.pow(fraction(quantity).length())))
                .filter(total -> total.bitLength() < Long.SIZE)
                .map(total -> maker.apply(total.longValueExact()));
    }

    private static String fraction(Matcher quantity) {
        return Objects.requireNonNullElse(quantity.group("fraction"), "");
    }

    /// Half up. (`BigDecimal` would say it shorter; its tables of powers are made when it is initialised.)
    private static BigInteger rounded(BigInteger scaled, BigInteger scale) {
        var half = scale.shiftRight(1).multiply(BigInteger.valueOf(scaled.signum()));
        return scaled.add(half).divide(scale);
    }
}
