package dev.tautline.settings;

import java.util.Arrays;
import java.util.List;

/// A dotted version such as `42.7.14` or `6.2.1-SNAPSHOT`. Ordered by its numbers; what follows them does not count.
public record Version(String text, List<Integer> numbers) implements Comparable<Version> {
    private static final int MAX_DIGITS = 9;

    public Version {
        numbers = List.copyOf(numbers);
    }

    /// Reads the leading numbers; a text without any is version 0.
    public static Version of(String text) {
        var numbers = Arrays.stream(text.split("[.+-]", -1))
                .takeWhile(part -> !part.isEmpty()
                        && part.length() <= MAX_DIGITS
                        && part.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf)
                .toList();
        return new Version(text, numbers);
    }

    public boolean isAtLeast(Version other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        var length = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < length; i++) {
            var difference = Integer.compare(number(i), other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return numbers.reversed().stream().dropWhile(n -> n == 0).toList().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
