package dev.tautline.store;

/// How many letters have to be inserted, removed or replaced to make one word of another (Levenshtein).
final class EditDistance {
    private EditDistance() {}

    static int between(String left, String right) {
        var row = new int[right.length() + 1];
        for (var column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (var line = 1; line <= left.length(); line++) {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.length(); column++) {
                var replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
