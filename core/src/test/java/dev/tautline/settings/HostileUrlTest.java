package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever stands where a URL is expected: it is read or refused, in bounded time, and no secret comes out.
class HostileUrlTest {
    private static final Origin ORIGIN = new Origin.Given("test");
    private static final String SECRET = "s3cret";
    private static final List<String> SCHEMES = List.of(
            "jdbc:postgresql:",
            "jdbc:mysql:",
            "jdbc:mariadb:replication:",
            "jdbc:mysql+srv:",
            "jdbc:aws-wrapper:postgresql:",
            "jdbc:p6spy:mysql:",
            "jdbc:tc:postgresql:16:",
            "jdbc:h2:",
            "jdbc:oracle:thin:",
            "jdbc:sqlserver:",
            "jdbc-secretsmanager:postgresql:",
            "postgres:",
            "postgresql+psycopg2:");
    private static final List<String> PIECES = List.of(
            "//",
            "/",
            "?",
            "&",
            ";",
            ",",
            "@",
            ":",
            "(",
            ")",
            "[",
            "]",
            "=",
            "%",
            "%2",
            "%41",
            "${",
            "}",
            "${X}",
            "{{",
            "}}",
            "{{ .x }}",
            "$(",
            "a",
            "db",
            "5432",
            "0",
            "99999",
            "host=",
            "port=",
            "address=",
            "user=",
            "kim",
            " ",
            "\n",
            "\t",
            "\u0000",
            "\uE000",
            "\u00e9",
            "\uD83D",
            "sslmode=require",
            "ssl");
    private static final List<String> SECRETS = List.of(
            "//kim:" + SECRET + "@db",
            "//kim:" + SECRET + "/x@db",
            "//kim:x?" + SECRET + "@db",
            "?password=" + SECRET,
            "&pasword=" + SECRET,
            ";password=" + SECRET,
            "(password=" + SECRET + ")",
            "kim/" + SECRET + "@db",
            "kim:" + SECRET + "@db");

    @RepeatedTest(20)
    void readsOrRefusesAnything(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            var text = scheme(random) + pieces(random, 30);
            assertThatCode(() -> {
                        var parsed = parse(text);
                        assertThat(parsed.url().isPresent()
                                        || !parsed.problems().isEmpty())
                                .isTrue();
                        JdbcUrl.mask(text);
                    })
                    .as("repetition %d, text <%s>", repetition.getCurrentRepetition(), text)
                    .doesNotThrowAnyException();
        }
    }

    @RepeatedTest(20)
    void showsNoSecret(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            var text = scheme(random)
                    + "//db/shop".substring(0, random.nextInt(10))
                    + one(random, SECRETS)
                    + pieces(random, 4);
            var parsed = parse(text);
            var shown = parsed.url().map(url -> url + " " + url.parameters()) + " " + parsed.problems() + " "
                    + JdbcUrl.mask(text);

            assertThat(shown)
                    .as("repetition %d, text <%s>", repetition.getCurrentRepetition(), text)
                    .doesNotContain(SECRET);
        }
    }

    @Test
    @Timeout(5)
    void takesLongTextsInBoundedTime() {
        for (var piece : List.of("${", "{{", "$(", "(", "[", ",", "@", "?a=", "&", "//", "address=(host=")) {
            var text = "jdbc:mysql://" + piece.repeat(20_000) + "/shop";

            assertThat(parse(text)).isNotNull();
            assertThat(JdbcUrl.mask(text)).isNotNull();
        }
    }

    private static JdbcUrl.Parsed parse(String text) {
        return JdbcUrl.isLibpq(text) ? JdbcUrl.parseLibpq(text, ORIGIN) : JdbcUrl.parse(text, ORIGIN);
    }

    private static String scheme(Random random) {
        return one(random, SCHEMES);
    }

    private static String pieces(Random random, int most) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(ignored -> one(random, PIECES))
                .collect(Collectors.joining());
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
