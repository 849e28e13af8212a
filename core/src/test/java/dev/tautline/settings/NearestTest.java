package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> VALID =
            List.of("check", "completion", "probe", "watch", "--verbose", "--version");

    @ParameterizedTest
    @CsvSource({
        "chek, check",
        "hceck, check",
        "CHECK, check",
        "comp, completion",
        "watching, watch",
        "--verbos, --verbose",
        "--versoin, --version"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, VALID)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyz", "c", "''", "--quiet", "deploy"})
    void suggestsNothingFarFetched(String typed) {
        assertThat(Nearest.to(typed, VALID)).isEmpty();
    }

    @Test
    void prefersTheFewestEditsThenTheAlphabet() {
        assertThat(Nearest.to("cat", List.of("rat", "cab", "cats", "cut"))).contains("cab");
    }
}
