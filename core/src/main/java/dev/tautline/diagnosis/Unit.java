package dev.tautline.diagnosis;

import java.util.Locale;

/// The unit of a [Reading], and how people read it.
public enum Unit {
    MILLIS,
    PER_SECOND,
    COUNT,
    BYTES_PER_SECOND,
    /// 0 to 1, shown as per cent.
    SHARE;

    /// The value with its unit, with as many digits as a person uses.
    public String format(double value) {
        return switch (this) {
            case MILLIS -> digits(value) + " ms";
            case PER_SECOND -> digits(value) + "/s";
            case COUNT -> digits(value);
            case BYTES_PER_SECOND -> bytes(value) + "/s";
            case SHARE -> digits(100 * value) + " %";
        };
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        boolean whole = size >= 100 || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : size < 1 ? "%.2f" : "%.1f", value);
    }

    /// With the unit that leaves one to four digits; 1 kB is 1024 bytes, as in PostgreSQL's settings.
    public static String bytes(long value) {
        return bytes((double) value);
    }

    /// As [#bytes(long)], of a rate.
    public static String bytes(double value) {
        var units = new String[] {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double left = value;
        while (Math.abs(left) >= 1024 && unit < units.length - 1) {
            left /= 1024;
            unit++;
        }
        return digits(left) + " " + units[unit];
    }
}
