package dev.tautline.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Edits leave every byte alone that they are not about.
class FixPlanTest {
    private static final String URL = "jdbc:postgresql://db/shop";

    @Test
    void aValueIsReplacedWithinItsQuotesAndBeforeItsComment() {
        assertThat(yaml("a:\r\n  size: \"1\"   # one\r\n", "a.size", "1\"", at -> new Edit.Replace(at, "a.size", "20")))
                .isEqualTo("a:\r\n  size: \"20\"   # one\r\n");
        assertThat(yaml("a:\n  size: 1 # one\n  b: 2", "a.size", "1 #", at -> new Edit.Replace(at, "a.size", "20")))
                .isEqualTo("a:\n  size: 20 # one\n  b: 2");
        assertThat(properties("size = 1\r\nb=2", "size", "1", at -> new Edit.Replace(at, "size", "20")))
                .isEqualTo("size = 20\r\nb=2");
    }

    @Test
    void aByteOrderMarkAndTheMissingLastLineEndingStay() {
        assertThat(yaml("\uFEFF# x\nsize: 1", "size", "1", at -> new Edit.Replace(at, "size", "20")))
                .isEqualTo("\uFEFF# x\nsize: 20");
    }

    @Test
    void aVariableIsAddedBesideAnotherUnderItsWholeName() {
        var text = "services:\n  app:\n    environment:\n      DB_URL: x\n";
        Function<Origin, Edit> add = at -> new Edit.Add(at, "SPRING_DATASOURCE_HIKARI_MAXLIFETIME", "600000");

        assertThat(yaml(text, "services.app.environment.DB_URL", "x", add))
                .isEqualTo(text + "      SPRING_DATASOURCE_HIKARI_MAXLIFETIME: 600000\n");
        assertThat(properties("DB_URL=x\n", "DB_URL", "x", add))
                .isEqualTo("DB_URL=x\nSPRING_DATASOURCE_HIKARI_MAXLIFETIME=600000\n");
    }

    @Test
    void aParameterIsAppendedWithTheSignThatFits() {
        Function<Origin, Edit> add = at -> new Edit.AddParameter(at, "tcpKeepAlive", "true");

        assertThat(yaml("url: " + URL + "\n", "url", URL, add)).isEqualTo("url: " + URL + "?tcpKeepAlive=true\n");
        assertThat(yaml("url: '" + URL + "?a=b' # x\n", "url", URL, add))
                .isEqualTo("url: '" + URL + "?a=b&tcpKeepAlive=true' # x\n");
        assertThat(properties("url=" + URL + "?a=b\n", "url", URL, add))
                .isEqualTo("url=" + URL + "?a=b&tcpKeepAlive=true\n");
    }

    @Test
    void twoParametersOfOneUrlAreBothAppended() {
        var text = "url: " + URL + "\n";
        var at = place("application.yml", text, "url", URL);
        var plan = plan(
                text,
                new Edit.AddParameter(at, "tcpKeepAlive", "true"),
                new Edit.AddParameter(at, "ApplicationName", "till one"));

        assertThat(plan.files().getFirst().after())
                .isEqualTo("url: " + URL + "?tcpKeepAlive=true&ApplicationName=till%20one\n");
    }

    @Test
    void aParameterIsReplacedAndRenamedInPlace() {
        var text = "url: \"" + URL + "?socketTimout=30000&a=b\"\n";

        assertThat(yaml(text, "url", "socketT", at -> new Edit.Rename(at, "socketTimout", "socketTimeout")))
                .isEqualTo("url: \"" + URL + "?socketTimeout=30000&a=b\"\n");
        assertThat(yaml(text, "url", "socketT", at -> new Edit.Replace(at, "socketTimout", "30")))
                .isEqualTo("url: \"" + URL + "?socketTimout=30&a=b\"\n");
        assertThat(yaml(text, "url", "socketT", at -> new Edit.Remove(at, "socketTimout")))
                .isEqualTo("url: \"" + URL + "?a=b\"\n");
        assertThat(yaml(text, "url", "a=b", at -> new Edit.Remove(at, "a")))
                .isEqualTo("url: \"" + URL + "?socketTimout=30000\"\n");
    }

    @Test
    void aKeyIsRenamedInWhatItsLineSays() {
        assertThat(yaml(
                        "spring.datasource:\n  hikari:\n    max-lifetme: 5 # x\n",
                        "spring.datasource.hikari.max-lifetme",
                        "5",
                        at -> new Edit.Rename(
                                at, "spring.datasource.hikari.max-lifetme", "spring.datasource.hikari.max-lifetime")))
                .isEqualTo("spring.datasource:\n  hikari:\n    max-lifetime: 5 # x\n");
        assertThat(yaml(
                        "x:\n  maxlife: 5\n",
                        "a.hikari.maxlife",
                        "5",
                        at -> new Edit.Rename(at, "a.hikari.maxlife", "b.max-lifetime")))
                .isNull();
    }

    @Test
    void aKeyIsAddedBesideTheUrlOrInTheMappingThatIsThere() {
        Function<Origin, Edit> add = at -> new Edit.Add(at, "a.hikari.leak", "60000");

        assertThat(yaml("a:\n    url: " + URL + "\n    b: 1\n", "a.url", URL, add))
                .isEqualTo("a:\n    url: " + URL + "\n    hikari:\n        leak: 60000\n    b: 1\n");
        assertThat(yaml(
                        "a:\n  url: " + URL + "\n  # pool\n  hikari:\n    # size\n    max: 1\n\nb: 2\n",
                        "a.url",
                        URL,
                        add))
                .isEqualTo("a:\n  url: " + URL
                        + "\n  # pool\n  hikari:\n    # size\n    max: 1\n    leak: 60000\n\nb: 2\n");
        assertThat(properties("a.url = " + URL + "\r\nb = 1\r\n", "a.url", URL, add))
                .isEqualTo("a.url = " + URL + "\r\na.hikari.leak = 60000\r\nb = 1\r\n");
        assertThat(yaml("a.url: " + URL, "a.url", URL, add)).isEqualTo("a.url: " + URL + "\na.hikari.leak: 60000");
    }

    @Test
    void whatIsNotPlainIsLeft() {
        Function<Origin, Edit> twenty = at -> new Edit.Replace(at, "size", "20");

        assertThat(yaml("size: ${SIZE:1}\n", "size", "${", twenty)).isNull();
        assertThat(yaml("size: &anchor 1\n", "size", "&", twenty)).isNull();
        assertThat(yaml("size: >-\n  1\n", "size", ">-", twenty)).isNull();
        assertThat(yaml("{size: 1, b: 2}\n", "size", "1", twenty)).isNull();
        assertThat(yaml("size: 1\n  2\n", "size", "1", twenty)).isNull();
        assertThat(properties("size=1\\\n0\n", "size", "1", twenty)).isNull();
        assertThat(yaml("env:\n  - \"URL=" + URL + "\"\n", "URL", URL, at -> new Edit.AddParameter(at, "a", "b")))
                .isNull();
        assertThat(yaml(
                        "url: jdbc:postgresql://db/${REST}\n",
                        "url",
                        "jdbc",
                        at -> new Edit.AddParameter(at, "a", "b")))
                .isNull();
    }

    @Test
    void ofTwoEditsOfOnePlaceTheFirstIsMadeAndTheOtherTold() {
        var text = "size: 1\n";
        var at = place("application.yml", text, "size", "1");
        var plan = plan(text, new Edit.Replace(at, "size", "20"), new Edit.Replace(at, "size", "30"));

        assertThat(plan.files().getFirst().after()).isEqualTo("size: 20\n");
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).contains("another edit"));
    }

    @Test
    void whatARuleDidNotCallSafeIsLeft() {
        var text = "size: 1\n";
        var at = place("application.yml", text, "size", "1");
        var finding = new Finding(
                "a-rule", Severity.LOW, Owner.APPLICATION, "x", "x", "x", new Edit.Replace(at, "size", "2"), read(at));

        assertThat(FixPlan.of(List.of(finding), file -> Optional.of(text)).files())
                .isEmpty();
        assertThat(FixPlan.of(List.of(finding.mendedSafely()), file -> Optional.of(text))
                        .files())
                .hasSize(1);
    }

    @Test
    void theDiffIsOneThatPatchTakes() {
        var before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\nlast";
        var after = before.replace("\n3\n", "\nthree\n").replace("\n14\n", "\n14\nnew\n");

        assertThat(UnifiedDiff.of("a.yml", before, after)).isEqualTo("""
            --- a/a.yml
            +++ b/a.yml
            @@ -1,6 +1,6 @@
             1
             2
            -3
            +three
             4
             5
             6
            @@ -12,5 +12,6 @@
             12
             13
             14
            +new
             15
             last
            \\ No newline at end of file
            """);
        assertThat(UnifiedDiff.of("a.yml", before, before)).isEmpty();
    }

    private static @Nullable String yaml(String text, String key, String start, Function<Origin, Edit> edit) {
        return edited("application.yml", text, key, start, edit);
    }

    private static @Nullable String properties(String text, String key, String start, Function<Origin, Edit> edit) {
        return edited("application.properties", text, key, start, edit);
    }

    /// The edited text; null when the edit is left to a person.
    private static @Nullable String edited(
            String file, String text, String key, String start, Function<Origin, Edit> edit) {
        var at = place(file, text, key, start);
        var plan = plan(text, edit.apply(at));
        return plan.files().isEmpty() ? null : plan.files().getFirst().after();
    }

    private static FixPlan plan(String text, Edit... edits) {
        var findings = Arrays.stream(edits)
                .map(edit -> new Finding(
                                "a-rule", Severity.LOW, Owner.APPLICATION, "x", "x", "x", edit, read(edit.at()))
                        .mendedSafely())
                .toList();
        return FixPlan.of(findings, path -> Optional.of(text));
    }

    private static List<Evidence> read(Origin at) {
        return List.of(new Evidence("x", "x", at));
    }

    private static Origin.InFile place(String file, String text, String key, String start) {
        var offset = text.indexOf(start);
        var line = (int) text.substring(0, offset).lines().count();
        var before = text.substring(0, offset);
        var lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        var number = before.isEmpty() || lineStart == offset ? line + 1 : line;
        return new Origin.InFile(Path.of(file), number, offset - lineStart + 1, key);
    }
}
