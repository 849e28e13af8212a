package dev.tautline.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How MySQL, MariaDB and their drivers write amounts of memory: `16M`, or a bare number of bytes. Case does not count.
final class MySqlUnits {
    /// MySQL manual 8.4, "Using Options to Set Program Variables"; P and E from 8.0.14 on.
    static final ValueType<DataSize> SIZE = size("a number of bytes, or with K, M, G, T, P or E", "");
    /// Connector/J takes `16MB`, too.
    static final ValueType<DataSize> DRIVER_SIZE = size("a number of bytes, or with K, M or G", "b");

    private MySqlUnits() {}

    private static ValueType<DataSize> size(String allowed, String tail) {
        var units = new HashMap<String, DataSize>();
        units.put("", DataSize.ofBytes(1));
        var bytes = 1L;
        for (var letter : List.of("k", "m", "g", "t", "p", "e")) {
            bytes *= 1024;
            put(units, letter, DataSize.ofBytes(bytes));
            put(units, letter + tail, DataSize.ofBytes(bytes));
        }
        return Measured.size("B", allowed, Map.copyOf(units));
    }

    private static void put(Map<String, DataSize> units, String word, DataSize size) {
        units.put(word, size);
        units.put(word.toUpperCase(Locale.ROOT), size);
    }
}
