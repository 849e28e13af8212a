package dev.tautline.check.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A text by its lines, each with where it starts; line endings stay as they are.
final class Lines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    Lines(String text) {
        this.text = text;
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            var endsHere = text.charAt(i) == '\n'
                    || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (endsHere) {
                starts.add(i + 1);
            }
        }
    }

    int count() {
        return starts.size();
    }

    /// Where a line starts, counted from 0.
    int start(int line) {
        return starts.get(line);
    }

    /// The line that holds a place of the text, counted from 0.
    int lineAt(int place) {
        var found = Collections.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /// Where a line's text ends, before its line ending.
    int end(int line) {
        var end = next(line);
        while (end > start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /// Where the next line starts, or the text ends.
    int next(int line) {
        return line + 1 < starts.size() ? starts.get(line + 1) : text.length();
    }

    String of(int line) {
        return text.substring(start(line), end(line));
    }

    boolean isBlankOrComment(int line) {
        var stripped = of(line).strip();
        return stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("!");
    }

    static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /// The line ending of this text.
    String ending() {
        return count() == 1 ? "\n" : text.substring(end(0), next(0));
    }
}
