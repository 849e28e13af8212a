package dev.tautline.link.reader.format;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Written;

/// One key and its text as a file has them, placeholders included. Prints no secret.
public record Property(String key, String text, Origin origin) {
    /// The key in the form in which Spring compares keys: lower case, without dashes and underscores,
    /// element by element.
    public String canonicalKey() {
        return canonical(key);
    }

    public static String canonical(String key) {
        var canonical = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            var letter = key.charAt(i);
            if (letter != '-' && letter != '_') {
                canonical.append(Character.toLowerCase(letter));
            }
        }
        return canonical.toString();
    }

    @Override
    public String toString() {
        return key + "=" + (Written.namesSecret(key) || origin.isOfSecret() ? Secret.MASK : JdbcUrl.mask(text)) + " at "
                + origin;
    }
}
