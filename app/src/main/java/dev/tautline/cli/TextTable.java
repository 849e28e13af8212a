package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.List;

/// Rows of equally many cells, each column as wide as its widest cell; the last runs free.
record TextTable(List<List<String>> rows) {
    void print(PrintWriter out) {
        rows.forEach(row -> {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var cell = Columns.printable(row.get(column));
                line.append(cell);
                if (column + 1 < row.size()) {
                    line.append(" ".repeat(width(column) - Columns.of(cell) + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        });
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> Columns.of(Columns.printable(row.get(column))))
                .max()
                .orElse(0);
    }
}
