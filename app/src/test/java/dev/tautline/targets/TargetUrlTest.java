package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "db.test:5433/shop|nearest: 'postgresql://db.test:5433/shop'",
                "postgressql://app:sesame@db.test/shop|nearest: 'postgresql://'",
                "r2dbc:postgresql://db.test/shop|allowed: jdbc:postgresql://HOST",
                "\"postgresql://db.test/shop\"|stands in quotation marks",
                "hst=db.test password=sesame|nearest: 'host'"
            })
    void saysWhatIsNoUrlAndWhatWouldBe(String text, String words) {
        var problems = new ArrayList<String>();

        assertThat(TargetUrl.parse(text, problems::add)).isEmpty();
        assertThat(problems.getFirst()).contains(words).doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" postgresql://db.test/shop", "postgresql://db.test/shop\r", "jdbc:postgresql://db.test/a\nb"})
    void refusesBlanksAndLineEndsThatCameWithACopy(String text) {
        var problems = new ArrayList<String>();

        assertThat(TargetUrl.parse(text, problems::add)).isEmpty();
        assertThat(problems).singleElement().asString().contains("line end").doesNotContain("\n", "\r");
    }

    /// Whatever is wrapped around it, and however the scheme is written.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "JDBC:postgresql://db.test:5433/shop",
                "jdbc-secretsmanager:postgresql://db.test:5433/shop",
                "jdbc:aws-wrapper:postgresql://db.test:5433/shop"
            })
    void readsTheHostOfEveryScheme(String text) {
        var url = TargetUrl.parse(text, problem -> assertThat(problem).isNull()).orElseThrow();

        assertThat(url.hosts()).singleElement().asString().isEqualTo("db.test:5433");
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
