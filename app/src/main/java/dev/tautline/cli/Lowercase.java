package dev.tautline.cli;

import java.util.Locale;

/// The names of our constants as users type and read them.
final class Lowercase {
    private Lowercase() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
