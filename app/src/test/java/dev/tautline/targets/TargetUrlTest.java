package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// URLs as people type them.
class TargetUrlTest {
    /// Each would be taken apart in the middle of the password, and show a part of it as a host, a port or a parameter.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:se@same#9@db.test/shop",
                "postgresql://app:se/same@db.test:5432/shop",
                "postgresql://app:se?same@db.test/shop",
                "postgresql://app:se#same@db.test/shop",
                "jdbc:postgresql://db.test/shop?user=app&password=se&same?9",
                "jdbc:postgresql://db.test/shop?password=se&&user=app"
            })
    void refusesAPasswordThatSpillsAndShowsNothingOfIt(String url) {
        var problems = new ArrayList<String>();

        assertThat(TargetUrl.parse(url, problems::add)).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("percent-encoded")
                .doesNotContain("same");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:se%40same@db-1.test:5433,db-2.test/shop?application_name=a@b",
                "postgresql://db.test:5432/shop?user=app@tenant&password=sesame",
                "postgresql://app@db.test:5432/shop",
                "jdbc:postgresql://db.test/shop?user=app&password=sesame&ssl",
                "jdbc:postgresql://db.test/shop?password=se%26same&user=app"
            })
    void takesWhatIsWellFormed(String url) {
        var problems = new ArrayList<String>();

        assertThat(TargetUrl.parse(url, problems::add)).isPresent();
        assertThat(problems).isEmpty();
    }
}
