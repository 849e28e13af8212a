package dev.tautline.store.admin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// A file of goods, read whole: all that is wrong with it is told at once, each with its line. Pure.
record GoodsFile(List<GoodsChange> changes, List<GoodsChange.Problem> problems) {
    static final String SKU = "sku";
    static final String PRICE = "price";
    static final String STOCK_CHANGE = "stock_change";
    /// As the export writes them; those that cannot be changed are read over.
    static final List<String> COLUMNS = List.of(SKU, "product", "variant", PRICE, "on_hand", "held", STOCK_CHANGE);

    static final int MOST_ROWS = 1000;
    static final int MOST_PIECES = 100_000;
    private static final int MOST_PROBLEMS = 100;
    private static final Pattern SKU_FORM = Pattern.compile("[A-Z0-9-]{3,24}");
    private static final Pattern PIECES = Pattern.compile("[+-]?[0-9]{1,6}");

    /// Judged by its content, whatever its name says.
    static GoodsFile read(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var whole = text.startsWith("\ufeff") ? text.substring(1) : text;
            return whole.chars().anyMatch(letter -> letter < ' ' && "\t\r\n".indexOf(letter) < 0)
                    ? refused(1, "import.no-text")
                    : read(Csv.read(whole));
        } catch (CharacterCodingException foreign) {
            return refused(1, "import.no-text");
        }
    }

    private static GoodsFile read(Csv.Text text) {
        var rows = text.rows();
        if (text.openLine() > 0) {
            return refused(text.openLine(), "import.open-quote");
        }
        if (rows.size() < 2) {
            return refused(1, "import.empty");
        }
        if (rows.size() > MOST_ROWS + 1) {
            return refused(rows.get(MOST_ROWS + 1).line(), "import.too-many", MOST_ROWS);
        }
        var problems = new ArrayList<GoodsChange.Problem>();
        var places = places(rows.getFirst(), problems);
        if (!problems.isEmpty()) {
            return new GoodsFile(List.of(), problems);
        }
        var changes = new ArrayList<GoodsChange>();
        Set<String> seen = new HashSet<>();
        for (var row : rows.subList(1, rows.size())) {
            if (row.cells().size() != rows.getFirst().cells().size()) {
                problems.add(new GoodsChange.Problem(
                        row.line(),
                        "import.cells",
                        rows.getFirst().cells().size(),
                        row.cells().size()));
            } else {
                read(row, places, seen, changes, problems);
            }
        }
        if (problems.isEmpty() && changes.isEmpty()) {
            return refused(1, "import.nothing");
        }
        return new GoodsFile(changes, problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    }

    private static Map<String, Integer> places(Csv.Row head, List<GoodsChange.Problem> problems) {
        Map<String, Integer> places = new HashMap<>();
        for (var index = 0; index < head.cells().size(); index++) {
            var name = head.cells().get(index).strip();
            if (!COLUMNS.contains(name) || places.put(name, index) != null) {
                problems.add(new GoodsChange.Problem(head.line(), "import.column", String.join(", ", COLUMNS)));
                return places;
            }
        }
        if (!places.containsKey(SKU) || !(places.containsKey(PRICE) || places.containsKey(STOCK_CHANGE))) {
            problems.add(new GoodsChange.Problem(head.line(), "import.columns"));
        }
        return places;
    }

    private static void read(
            Csv.Row row,
            Map<String, Integer> places,
            Set<String> seen,
            List<GoodsChange> changes,
            List<GoodsChange.Problem> problems) {
        var before = problems.size();
        var sku = cell(row, places, SKU).replaceFirst("^'", "");
        var price = cell(row, places, PRICE);
        var pieces = cell(row, places, STOCK_CHANGE).replaceFirst("^'", "");
        var minor = AmountText.minor(price);
        if (!SKU_FORM.matcher(sku).matches()) {
            problems.add(new GoodsChange.Problem(row.line(), "import.sku"));
        } else if (!seen.add(sku)) {
            problems.add(new GoodsChange.Problem(row.line(), "import.twice", sku));
        }
        if (!price.isEmpty() && minor.isEmpty()) {
            problems.add(new GoodsChange.Problem(row.line(), "import.price"));
        }
        var number = PIECES.matcher(pieces).matches() ? Integer.parseInt(pieces) : 0;
        if (!pieces.isEmpty() && (!PIECES.matcher(pieces).matches() || Math.abs(number) > MOST_PIECES)) {
            problems.add(new GoodsChange.Problem(row.line(), "import.pieces", MOST_PIECES));
        }
        if (problems.size() == before && (minor.isPresent() || number != 0)) {
            changes.add(new GoodsChange(row.line(), sku, minor, number, OptionalLong.empty()));
        }
    }

    private static String cell(Csv.Row row, Map<String, Integer> places, String column) {
        var place = places.get(column);
        return place == null ? "" : row.cells().get(place).strip();
    }

    private static GoodsFile refused(int line, String key, Object... arguments) {
        return new GoodsFile(List.of(), List.of(new GoodsChange.Problem(line, key, arguments)));
    }
}
