package dev.tautline.link.reader.systemd;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The assignments in the section `[Service]` of a unit, each with its place. A backslash at the end of a line goes on
/// in the next one (systemd.syntax(7)).
final class UnitFile {
    private static final Pattern SECTION = Pattern.compile("\\s*\\[(?<name>[^\\]]+)]\\s*");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(?<key>\\w+)\\s*=[ \\t]*(?<value>.*)");

    private final SourceText source;
    private final List<Written> assignments = new ArrayList<>();
    private String section = "";

    private UnitFile(SourceText source) {
        this.source = source;
    }

    static List<Written> service(SourceText source) {
        var file = new UnitFile(source);
        file.read(source.text().lines().toList());
        return file.assignments;
    }

    private void read(List<String> lines) {
        var i = 0;
        while (i < lines.size()) {
            var first = i;
            var text = new StringBuilder(lines.get(i));
            while (text.toString().endsWith("\\") && i + 1 < lines.size()) {
                i++;
                text.setCharAt(text.length() - 1, ' ');
                text.append(isComment(lines.get(i)) ? "\\" : lines.get(i));
            }
            i++;
            line(text.toString(), first + 1);
        }
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith(";");
    }

    private void line(String text, int number) {
        var header = SECTION.matcher(text);
        var assignment = ASSIGNMENT.matcher(text);
        if (isComment(text)) {
            return;
        }
        if (header.matches()) {
            section = header.group("name");
        } else if (section.equals("Service") && assignment.matches()) {
            var key = assignment.group("key");
            assignments.add(Written.of(
                    key, assignment.group("value").strip(), source.place(number, assignment.start("value") + 1, key)));
        }
    }
}
