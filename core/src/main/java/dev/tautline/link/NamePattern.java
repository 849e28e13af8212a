package dev.tautline.link;

import java.util.Locale;

/// A name of which a cloud makes up the middle when it makes the thing: `shop.*.rds.amazonaws.com`.
final class NamePattern {
    private static final String OF_AMAZON = ".rds.amazonaws.com";

    private NamePattern() {}

    static boolean isOne(String name) {
        return name.indexOf('*') > 0;
    }

    /// Whether a host's name in lower case has such a beginning and such an end, with something between them.
    static boolean fits(String pattern, String host) {
        var star = pattern.indexOf('*');
        return star > 0
                && host.length() >= pattern.length()
                && host.startsWith(pattern.substring(0, star))
                && host.endsWith(pattern.substring(star + 1));
    }

    static boolean isMadeByCloud(String host) {
        return host.toLowerCase(Locale.ROOT).endsWith(OF_AMAZON);
    }
}
