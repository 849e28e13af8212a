package dev.tautline.probe;

import java.util.Map;
import java.util.regex.Pattern;

/// A command to type, with the target's own names in it. They come from files and URLs that anybody may have written,
/// and whoever copies the command must not run what a name says: each is quoted for the place where it stands.
///
/// @param names what stands for the words in braces
record NextCommand(Map<String, String> names) {
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

    /// What a shell and a connection string leave as it is.
    private static final Pattern PLAIN = Pattern.compile("[\\w.:@%+/\\[\\]-]+");

    /// Where a word stands in the command.
    private enum Place {
        BARE,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        COMMENT
    }

    NextCommand {
        names = Map.copyOf(names);
    }

    String filled(String template) {
        var filled = new StringBuilder();
        var words = WORD.matcher(template);
        while (words.find()) {
            var name = names.getOrDefault(words.group(1), words.group());
            words.appendReplacement(filled, "");
            filled.append(PLAIN.matcher(name).matches() ? name : quoted(name, template.substring(0, words.start())));
        }
        return words.appendTail(filled).toString();
    }

    private static String quoted(String name, String before) {
        return switch (place(before)) {
            case BARE -> "'" + singleQuoted(name) + "'";
            case SINGLE_QUOTED -> singleQuoted(name);
            case DOUBLE_QUOTED -> inDoubleQuotes(name, before);
            case COMMENT -> name;
        };
    }

    /// A text of SQL, or a value of a connection string (libpq, section 34.1.1.1).
    private static String inDoubleQuotes(String name, String before) {
        if (before.endsWith("'")) {
            return doubleQuoted(name.replace("'", "''"));
        }
        return before.endsWith("=")
                ? doubleQuoted("'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'")
                : doubleQuoted(name);
    }

    private static String singleQuoted(String text) {
        return text.replace("'", "'\\''");
    }

    private static String doubleQuoted(String text) {
        return text.replaceAll("[\\\\\"$`]", "\\\\$0");
    }

    private static Place place(String before) {
        var place = Place.BARE;
        for (int i = 0; i < before.length(); i++) {
            place = after(place, before.charAt(i), i > 0 && before.charAt(i - 1) == '\\');
        }
        return place;
    }

    private static Place after(Place place, char letter, boolean isEscaped) {
        return switch (place) {
            case BARE ->
                switch (letter) {
                    case '\'' -> Place.SINGLE_QUOTED;
                    case '"' -> Place.DOUBLE_QUOTED;
                    case '#' -> Place.COMMENT;
                    default -> Place.BARE;
                };
            case SINGLE_QUOTED -> letter == '\'' ? Place.BARE : Place.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> letter == '"' && !isEscaped ? Place.BARE : Place.DOUBLE_QUOTED;
            case COMMENT -> Place.COMMENT;
        };
    }
}
