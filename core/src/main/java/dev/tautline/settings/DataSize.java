package dev.tautline.settings;

import java.util.List;
import java.util.Locale;

/// An amount of memory or disk. Negative where a product has a word such as -1 for "no limit".
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int STEP = 1024;

    public static DataSize ofBytes(long bytes) {
        return new DataSize(bytes);
    }

    public static DataSize ofKib(long kib) {
        return new DataSize(Math.multiplyExact(kib, (long) STEP));
    }

    public static DataSize ofMib(long mib) {
        return ofKib(Math.multiplyExact(mib, (long) STEP));
    }

    public static DataSize ofGib(long gib) {
        return ofMib(Math.multiplyExact(gib, (long) STEP));
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /// In the largest unit that needs no fraction: `16 MiB`.
    @Override
    public String toString() {
        var amount = bytes;
        var unit = 0;
        while (amount != 0 && amount % STEP == 0 && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%d %s", amount, UNITS.get(unit));
    }
}
