package dev.tautline.dashboard;

import java.util.Locale;

/// Constants as this API spells them: `in-lower-case`.
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
