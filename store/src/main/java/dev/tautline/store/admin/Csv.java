package dev.tautline.store.admin;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them, also with semicolons, as spreadsheets of many countries write them.
/// Each row keeps the line that it begins on. Pure.
final class Csv {
    private Csv() {}

    /// @param line counted from 1
    record Row(int line, List<String> cells) {}

    /// @param openLine of the row in which a quote never ends, as in a file that was cut off; 0 when all do
    record Text(List<Row> rows, int openLine) {}

    static Text read(String text) {
        var separator = separator(text);
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var line = 1;
        var began = 1;
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (index + 1 < text.length() && text.charAt(index + 1) == '"') {
                    cell.append(text.charAt(++index));
                } else {
                    quoted = false;
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (letter == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (letter == '\n') {
                end(rows, began, cells, cell);
                began = line + 1;
            } else if (letter != '\r') {
                cell.append(letter);
            }
            line += letter == '\n' ? 1 : 0;
        }
        end(rows, began, cells, cell);
        return new Text(rows, quoted ? began : 0);
    }

    private static void end(List<Row> rows, int line, List<String> cells, StringBuilder cell) {
        cells.add(cell.toString());
        cell.setLength(0);
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
            rows.add(new Row(line, List.copyOf(cells)));
        }
        cells.clear();
    }

    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        return head.indexOf(';') >= 0 ? ';' : ',';
    }

    /// A cell that a spreadsheet takes for text, whatever it begins with: one that began with `=` would be a formula
    /// (OWASP, CSV injection).
    static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
