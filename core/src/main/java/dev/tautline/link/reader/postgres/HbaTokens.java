package dev.tautline.link.reader.postgres;

import java.util.ArrayList;
import java.util.List;

/// The fields of one line of a `pg_hba.conf`: separated by blanks, each a list of words separated by commas. A
/// word in double quotes keeps them, for quotes take a keyword's meaning away ("all" is then a name).
final class HbaTokens {
    private final String line;
    private final List<List<String>> fields = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private int at;

    private HbaTokens(String line) {
        this.line = line;
        while (skipBlanks()) {
            columns.add(at + 1);
            fields.add(field());
        }
    }

    static HbaTokens of(String line) {
        return new HbaTokens(line);
    }

    int size() {
        return fields.size();
    }

    List<String> words(int field) {
        return fields.get(field);
    }

    /// The first word of a field, which is all of it where no list may stand.
    String word(int field) {
        return fields.get(field).isEmpty() ? "" : fields.get(field).getFirst();
    }

    /// Where a field begins, from 1.
    int column(int field) {
        return columns.get(field);
    }

    /// A comma before a word says nothing.
    private boolean skipBlanks() {
        while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == ',')) {
            at++;
        }
        return at < line.length() && line.charAt(at) != '#';
    }

    /// A blank after a comma does not end the list.
    private List<String> field() {
        var words = new ArrayList<String>();
        while (true) {
            words.add(word());
            if (at >= line.length() || line.charAt(at) != ',') {
                return List.copyOf(words);
            }
            at++;
            if (!skipBlanks()) {
                return List.copyOf(words);
            }
        }
    }

    private String word() {
        var start = at;
        var isQuoted = false;
        while (at < line.length()) {
            var letter = line.charAt(at);
            isQuoted ^= letter == '"';
            if (!isQuoted && (letter == ',' || letter == '#' || Character.isWhitespace(letter))) {
                break;
            }
            at++;
        }
        return line.substring(start, at);
    }
}
