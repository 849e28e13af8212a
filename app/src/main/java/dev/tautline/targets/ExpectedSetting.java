package dev.tautline.targets;

import dev.tautline.settings.DataSize;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.SettingKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// A server setting and the values that it may have. Values are compared in the setting's own unit, so `64MB` and
/// `65536kB` are the same.
public record ExpectedSetting(String name, Range<Value> range) {

    /// A setting's value: a number where it is one, whatever its unit, or else a word.
    public record Value(String text, Optional<BigDecimal> number) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            return number.isPresent() && other.number.isPresent()
                    ? number.get().compareTo(other.number.get())
                    : text.compareToIgnoreCase(other.text);
        }
    }

    /// The expectation that a text says; empty when no value of this setting is written so.
    public static Optional<ExpectedSetting> parse(String name, String text) {
        return Range.parse(text, value -> value(name, value))
                .filter(range -> !range.isOrdered()
                        || Range.parse(text, value -> numeric(name, value)).isPresent())
                .map(range -> new ExpectedSetting(name, range));
    }

    /// What is allowed, in words.
    public static String allowed(String name) {
        var form = PostgresKeys.VOCABULARY.find(name).map(key -> key.type().allowed());
        return form.orElse("a value") + ", alone or behind >=, <=, > or <";
    }

    boolean allows(String found) {
        return value(name, found).map(range::contains).orElse(false);
    }

    private static Optional<Value> numeric(String name, String text) {
        return value(name, text).filter(value -> value.number().isPresent());
    }

    private static Optional<Value> value(String name, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return PostgresKeys.VOCABULARY
                .find(name)
                .map(key -> known(key, text))
                .orElseGet(() -> Optional.of(new Value(text, number(text))));
    }

    private static Optional<Value> known(SettingKey<?> key, String text) {
        return key.type().read(text).map(value -> new Value(text, number(value)));
    }

    private static Optional<BigDecimal> number(Object value) {
        return switch (value) {
            case Duration duration -> Optional.of(BigDecimal.valueOf(duration.toNanos()));
            case DataSize size -> Optional.of(BigDecimal.valueOf(size.bytes()));
            case Boolean flag -> Optional.of(flag ? BigDecimal.ONE : BigDecimal.ZERO);
            case Number number -> Optional.of(new BigDecimal(number.toString()));
            case String text when text.matches("-?\\d{1,18}(\\.\\d{1,9})?") -> Optional.of(new BigDecimal(text));
            default -> Optional.empty();
        };
    }
}
