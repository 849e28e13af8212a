package dev.tautline.settings;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;

/// What the words that Connector/J takes for character encodings mean: Java's names, and those of MySQL's character
/// sets.
public final class MySqlCharacters {
    /// `CharsetMapping` of Connector/J 9.7.0.
    private static final Set<String> SERVERS = Set.of(
            "armscii8",
            "ascii",
            "big5",
            "binary",
            "cp1250",
            "cp1251",
            "cp1256",
            "cp1257",
            "cp850",
            "cp852",
            "cp866",
            "cp932",
            "dec8",
            "eucjpms",
            "euckr",
            "gb18030",
            "gb2312",
            "gbk",
            "geostd8",
            "greek",
            "hebrew",
            "hp8",
            "keybcs2",
            "koi8r",
            "koi8u",
            "latin1",
            "latin2",
            "latin5",
            "latin7",
            "macce",
            "macroman",
            "sjis",
            "swe7",
            "tis620",
            "ucs2",
            "ujis",
            "utf16",
            "utf16le",
            "utf32",
            "utf8",
            "utf8mb3",
            "utf8mb4");

    private MySqlCharacters() {}

    /// Whether Java or MySQL has an encoding of this name.
    public static boolean isKnown(String encoding) {
        return SERVERS.contains(encoding.toLowerCase(Locale.ROOT)) || isJavas(encoding);
    }

    private static boolean isJavas(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }

    /// Whether every letter of every language has a place in it.
    public static boolean isUnicode(String encoding) {
        var name = encoding.toLowerCase(Locale.ROOT);
        return name.startsWith("utf") || name.startsWith("unicode") || name.startsWith("ucs") || name.equals("gb18030");
    }
}
