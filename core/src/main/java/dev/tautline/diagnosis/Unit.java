package dev.tautline.diagnosis;

import java.util.Locale;

/// The unit of a [Reading], and how people read it.
public enum Unit {
    MILLIS,
    PER_SECOND,
    COUNT,
    /// 0 to 1, shown as per cent.
    SHARE;

    /// The value with its unit, with as many digits as a person uses.
    public String format(double value) {
        return switch (this) {
            case MILLIS -> digits(value) + " ms";
            case PER_SECOND -> digits(value) + "/s";
            case COUNT -> digits(value);
            case SHARE -> digits(100 * value) + " %";
        };
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        boolean whole = size >= 100 || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : size < 1 ? "%.2f" : "%.1f", value);
    }
}
