package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class CheckExcerptTest {
    private static final int WIDTH = 80;

    @TempDir
    private Path folder;

    @Test
    void theCaretsRunUnderTheValue() throws IOException {
        assertMarked("  pool: 25 # too many", 9, "25", "         ^^");
        assertMarked("  pool: \"25\"", 9, "25 s", "         ^^^^");
        assertMarked("  pool: twenty five # too many", 9, "25", "         ^^^^^^^^^^^");
        assertMarked(
                "url: jdbc:postgresql://db/shop?ssl=true&connectTimeout=5&ssl=1",
                41,
                "connectTimeout",
                "9 s",
                " ".repeat(41) + "^".repeat(16));
        assertMarked("url: jdbc:postgresql://db.example:5432/shop", 24, "10.0.0.7", " ".repeat(24) + "^".repeat(15));
    }

    @Test
    void tabsAndWideLettersKeepTheCaretInPlace() throws IOException {
        assertMarked("\tpool: 25", 8, "25", " ".repeat(11) + "^^");
        assertMarked("名前: 25", 5, "25", " ".repeat(7) + "^^");
        assertMarked("naïve: 25", 8, "25", " ".repeat(8) + "^^");
    }

    @Test
    void aLongLineIsCutAroundTheMark() throws IOException {
        var print = print("a".repeat(300) + " pool: 25 " + "b".repeat(300), evidence("pool", "25", 1, 308));

        assertThat(print.lines()).allMatch(line -> Columns.of(line) <= WIDTH);
        var lines = print.lines().toList();
        assertThat(lines.get(2)).contains("| …aaa").contains(" pool: 25 bbb").endsWith("…");
        assertThat(lines.get(3)).hasSize(lines.get(2).indexOf("25") + 2).endsWith(" ^^");
    }

    @Test
    void otherEvidenceIsShownAtItsLineAndADefaultInWords() throws IOException {
        var print = print(
                "pool: 25\n\nthreads: 200",
                evidence("pool", "25", 1, 7),
                evidence("threads", "200", 3, 10),
                new Evidence("time", "30 s", new Origin.DocumentedDefault("HikariCP", "7.1.0")));

        assertThat(print)
                .contains(
                        "     1 | pool: 25\n       |       ^^\n     3 | threads: 200\n       |          --- threads = 200\n")
                .contains("    read  time = 30 s (default of HikariCP 7.1.0)\n");
    }

    @Test
    void aFileCannotSteerTheTerminal() throws IOException {
        assertThat(print("pool: 25 \u001b[2J\u0007", evidence("pool", "25", 1, 7)))
                .contains("pool: 25 \uFFFD[2J")
                .doesNotContain("\u001b")
                .doesNotContain("\u0007");
    }

    @Test
    void aFileThatHasGoneOrShrunkIsToldInWords() throws IOException {
        var finding = finding(evidence("pool", "25", 7, 7));
        Files.writeString(folder.resolve("application.yml"), "pool: 25\n");

        assertThat(print(finding, WIDTH)).contains("    read  pool = 25 (").doesNotContain(" | ");
        Files.delete(folder.resolve("application.yml"));
        assertThat(print(finding, WIDTH)).contains("    read  pool = 25 (").doesNotContain(" | ");
        Files.createDirectory(folder.resolve("application.yml"));
        assertThat(print(finding, WIDTH)).contains("    read  pool = 25 (").doesNotContain(" | ");
    }

    @Test
    void aFileThatIsNoTextOrTooLargeIsToldInWords() throws IOException {
        var file = folder.resolve("application.yml");
        var finding = finding(evidence("pool", "25", 1, 1));

        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(print(finding, WIDTH)).doesNotContain(" | ");
        Files.write(file, new byte[(4 << 20) + 1]);
        assertThat(print(finding, WIDTH)).doesNotContain(" | ");
    }

    @Test
    void aColumnBehindTheEndOfTheLineIsMarkedAtTheEnd() throws IOException {
        assertThat(print("pool:", evidence("pool", "25", 1, 90))).contains("     1 | pool:\n       |      ^\n");
    }

    @Test
    void everyLineFitsANarrowTerminal() throws IOException {
        Files.writeString(folder.resolve("application.yml"), "pool: 25\nthreads: 200\n");
        var finding = finding(evidence("pool", "25", 1, 7), evidence("a-rather-long-name-of-a-setting", "200", 2, 10));

        assertThat(print(finding, 50).replace(folder.toString(), "").lines()).allMatch(line -> line.length() <= 50);
    }

    private void assertMarked(String line, int column, String value, String marks) throws IOException {
        assertMarked(line, column, "pool", value, marks);
    }

    private void assertMarked(String line, int column, String name, String value, String marks) throws IOException {
        assertThat(print(line, evidence(name, value, 1, column))).contains("       |" + marks + "\n");
    }

    private String print(String text, Evidence... read) throws IOException {
        Files.writeString(folder.resolve("application.yml"), text);
        return print(finding(read), WIDTH);
    }

    private static String print(Finding finding, int width) {
        var out = new StringWriter();
        new FindingText(new Screen(Ansi.OFF, width), new SourceFiles()).print(finding, new PrintWriter(out, true));
        return out.toString();
    }

    private Evidence evidence(String name, String value, int line, int column) {
        return new Evidence(
                name, value, new Origin.InFile(Path.of(folder.toString(), "application.yml"), line, column, name));
    }

    private static Finding finding(Evidence... read) {
        return new Finding(
                "some-rule",
                Severity.HIGH,
                Owner.APPLICATION,
                "shop",
                "the pool is too large",
                "It hurts.",
                new Edit.Decide(read[0].origin(), "make it smaller"),
                List.copyOf(Arrays.asList(read)));
    }
}
