package dev.tautline.settings;

import java.util.Arrays;

/// Finds what in a text stands for something else: `${…}` (which may hold another), `{{ … }}` of Helm, `$(…)` of
/// Kubernetes.
final class UrlHoles {
    /// Stands for each letter of a placeholder; from a range that no standard gives a meaning.
    static final char HOLE = '\uE000';

    private UrlHoles() {}

    /// A text of the same length in which placeholders are filled with [#HOLE]. One that is not closed is no
    /// placeholder.
    static String outline(String text) {
        if (text.indexOf('$') < 0 && !text.contains("{{")) {
            return text;
        }
        var outline = text.toCharArray();
        fillNested(text, outline);
        fill(text, outline, "{{", "}}");
        fill(text, outline, "$(", ")");
        return new String(outline);
    }

    private static void fillNested(String text, char[] outline) {
        var depth = 0;
        var start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                start = depth == 0 ? i : start;
                depth++;
            } else if (text.charAt(i) == '}' && depth > 0) {
                depth--;
                if (depth == 0) {
                    Arrays.fill(outline, start, i + 1, HOLE);
                }
            }
        }
    }

    private static void fill(String text, char[] outline, String open, String close) {
        var from = text.indexOf(open);
        while (from >= 0) {
            var end = text.indexOf(close, from + open.length());
            if (end < 0) {
                return;
            }
            Arrays.fill(outline, from, end + close.length(), HOLE);
            from = text.indexOf(open, end + close.length());
        }
    }
}
