package dev.tautline.store.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoodsFileTest {

    @Test
    void readsWhatASpreadsheetWrites() {
        var file = read(String.join(
                "\r\n",
                "\ufeffsku;product;price;stock_change",
                "RIG-BOW-06;\"Bow; \"\"shackle\"\"",
                "6 mm\";12,50;",
                "RIG-BOW-08;Bow;;-3",
                "",
                "RIG-BOW-10;Bow;;",
                ""));

        assertThat(file.problems()).isEmpty();
        assertThat(file.changes())
                .extracting(GoodsChange::line, GoodsChange::sku, GoodsChange::priceMinor, GoodsChange::stockChange)
                .containsExactly(
                        tuple(2, "RIG-BOW-06", OptionalLong.of(1250), 0),
                        tuple(4, "RIG-BOW-08", OptionalLong.empty(), -3));
    }

    @Test
    void tellsEachBadRowWithItsLine() {
        var file = read("""
                sku,price,stock_change
                RIG-BOW-06,12.50,
                rig-bow-08,1,
                RIG-BOW-10,one,two
                RIG-BOW-06,1,
                RIG-BOW-12,1
                RIG-BOW-14,-1,200000
                """);

        assertThat(file.problems())
                .extracting(GoodsChange.Problem::line, GoodsChange.Problem::key)
                .containsExactly(
                        tuple(3, "import.sku"),
                        tuple(4, "import.price"),
                        tuple(4, "import.pieces"),
                        tuple(5, "import.twice"),
                        tuple(6, "import.cells"),
                        tuple(7, "import.price"),
                        tuple(7, "import.pieces"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|import.empty",
                "sku,price|import.empty",
                "sku,prise~A-1,2|import.column",
                "sku,sku,price~A-1,A-1,2|import.column",
                "sku,on_hand~ABC,2|import.columns",
                "price~2.00|import.columns",
                "sku,price~ABC,|import.nothing",
                "sku,price~ABC,\"2|import.open-quote"
            })
    void refusesFilesThatMakeNoSense(String text, String key) {
        assertThat(read(text.replace('~', '\n')).problems())
                .extracting(GoodsChange.Problem::key)
                .containsExactly(key);
    }

    @Test
    void judgesAFileByItsContent() {
        assertThat(GoodsFile.read(new byte[] {(byte) 0x89, 'P', 'N', 'G'}).problems())
                .extracting(GoodsChange.Problem::key)
                .containsExactly("import.no-text");
        assertThat(read("sku,price\nABC\u0000,1").problems())
                .extracting(GoodsChange.Problem::key)
                .containsExactly("import.no-text");
    }

    @Test
    void refusesMoreRowsThanItTakes() {
        assertThat(read("sku,price\n" + "ABC,1\n".repeat(1001)).problems())
                .extracting(GoodsChange.Problem::line, GoodsChange.Problem::key)
                .containsExactly(tuple(1002, "import.too-many"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void aCellThatWouldBeAFormulaIsText(String text) {
        assertThat(Csv.cell(text)).startsWith("\"'" + text.charAt(0));
    }

    @Test
    void readsTheCellsThatItWrote() {
        var rows = Csv.read("a," + Csv.cell("two \"quoted\", with comma\nand line") + "\nb,c")
                .rows();

        assertThat(rows)
                .extracting(Csv.Row::line, row -> row.cells().getLast())
                .containsExactly(tuple(1, "two \"quoted\", with comma\nand line"), tuple(3, "c"));
    }

    private static GoodsFile read(String text) {
        return GoodsFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
