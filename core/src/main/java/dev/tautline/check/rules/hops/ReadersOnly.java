package dev.tautline.check.rules.hops;

import java.util.regex.Pattern;

/// Whether the name of something says that it only serves reads.
final class ReadersOnly {
    private static final Pattern WORD = Pattern.compile(
            "(?i)(^|[^a-z])(ro|read|reads|reader|readers|readonly|replica|replicas|standby|standbys|slave|slaves|secondary)([^a-z]|$)");

    private ReadersOnly() {}

    static boolean says(String text) {
        return WORD.matcher(text).find();
    }
}
