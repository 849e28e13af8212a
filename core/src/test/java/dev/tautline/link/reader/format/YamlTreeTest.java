package dev.tautline.link.reader.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTreeTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aValueKeepsItsPlaceAndItsPath() {
        var written = tree("spec:\n  replicas: 3\n").text("spec", "replicas").orElseThrow();

        assertThat(written.text()).isEqualTo("3");
        assertThat(written.key()).isEqualTo("spec.replicas");
        assertThat(written.origin()).hasToString("k.yaml:2:13");
    }

    @Test
    void theTextOfAQuotedValueStartsAfterItsQuote() {
        assertThat(tree("a: \"x\"\n").text("a").map(Written::origin).orElseThrow())
                .hasToString("k.yaml:1:5");
    }

    @Test
    void anEmbeddedTextTellsThePlaceInItsFile() {
        var source = new SourceText(Path.of("k.yaml"), Path.of("k.yaml"), "a: 1\n", 10, 4);

        assertThat(YamlTree.read(source, problems)
                        .getFirst()
                        .text("a")
                        .orElseThrow()
                        .origin())
                .hasToString("k.yaml:10:8");
    }

    @Test
    void whatIsLeftOutIsNoText() {
        var tree = tree("a:\nb: ~\nc: [1, 2]\n");

        assertThat(tree.text("a")).isEmpty();
        assertThat(tree.text("b")).isEmpty();
        assertThat(tree.text("c")).isEmpty();
        assertThat(tree.items("c")).hasSize(2);
        assertThat(tree.text("no", "such", "path")).isEmpty();
    }

    @Test
    void aMergedMappingGivesWayToWhatStandsBesideIt() {
        var tree = tree("base: &b {x: 1, y: 1}\nit:\n  <<: *b\n  y: 2\n");

        assertThat(tree.texts("it")).containsEntry("x", "1").containsEntry("y", "2");
    }

    @Test
    void aCycleOfAliasesEnds() {
        assertThat(tree("a: &a\n  b: *a\n").at("a", "b")).isPresent();
    }

    @Test
    void aBombOfAliasesIsCutOffWithAProblem() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 6; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1)));
        }

        tree(bomb.toString());

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("the rest is not read"));
    }

    @Test
    void aTextThatIsNotYamlGivesNothingButAProblem() {
        assertThat(YamlTree.read(SourceText.of(Path.of("k.yaml"), "a: [1\nb: 2\n"), problems))
                .isEmpty();
        assertThat(problems).hasSize(1);
    }

    private YamlTree tree(String text) {
        return YamlTree.read(SourceText.of(Path.of("k.yaml"), text), problems).getFirst();
    }
}
