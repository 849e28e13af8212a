package dev.tautline.link.reader.play;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Counts values that build on the value before of the same key (`a = ${a} [1]`, `a += 1`), over all files of one
/// configuration. What the parser needs to resolve them grows with a high power of their number.
final class Chains {
    /// Nobody who writes by hand comes near it; at twice as many, resolving takes seconds.
    static final int MOST = 200;

    private static final String KEY = "(?m)^[ \\t]*+(?<key>[\\w.\"-]{1,200}+)[ \\t]*+";
    private static final String ITSELF = "\\$\\{\\??(?:[\\w.-]{0,200}\\.)?\\k<key>}";
    private static final Pattern LINK = Pattern.compile(KEY + "(?:\\+=|[=:{][^\\n]*?" + ITSELF + ")");

    private final Map<String, Integer> links = new HashMap<>();

    /// Whether one key has too many of them, with those of a further text.
    boolean areTooLongWith(String text) {
        LINK.matcher(text).results().forEach(found -> links.merge(found.group("key"), 1, Integer::sum));
        return links.values().stream().anyMatch(count -> count > MOST);
    }
}
