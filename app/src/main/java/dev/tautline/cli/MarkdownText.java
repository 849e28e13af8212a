package dev.tautline.cli;

/// Text of files and rules within Markdown: no markup, no link, no mention of a person.
final class MarkdownText {
    private MarkdownText() {}

    static String of(String text) {
        var out = new StringBuilder();
        Columns.printable(text).codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '#' -> out.append("&#35;");
                case '|', '*', '_', '`', '[', ']', '\\', '~' -> out.append('\\').appendCodePoint(letter);
                default -> out.appendCodePoint(letter);
            }
        });
        return out.toString();
    }
}
