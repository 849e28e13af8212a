package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `postgresql://…`, as libpq and the clients of other languages take it.
class LibpqUrlTest {
    private static final Origin ORIGIN = new Origin.Given("DATABASE_URL");

    private static JdbcUrl url(String text) {
        var parsed = JdbcUrl.parseLibpq(text, ORIGIN);
        assertThat(parsed.problems()).isEmpty();
        return parsed.url().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://db/shop                                | db:5432            | shop
            postgresql://kim:pw@h1,h2:5433/shop?sslmode=require | h1:5432,h2:5433  | shop
            postgresql+asyncpg://kim@[::1]:5433/my+shop       | [::1]:5433         | my+shop
            postgresql:///shop                                | localhost:5432     | shop
            POSTGRES://db:6432/a%20b                          | db:6432            | a b
            """)
    void readsHostsAndDatabase(String text, String hosts, String database) {
        var url = url(text);

        assertThat(url.hosts()).extracting(HostPort::toString).containsExactly(hosts.split(","));
        assertThat(url.database()).contains(database);
        assertThat(url.isPostgres()).isTrue();
        assertThat(url.scheme().form()).isEqualTo(UrlScheme.Form.LIBPQ);
    }

    @Test
    void takesUserAndPasswordFromBeforeTheHosts() {
        var url = url("postgres://kim:a+b%40c@db/shop?connect_timeout=5");

        assertThat(url.parameters())
                .extracting(UrlParameter::name, UrlParameter::value)
                .containsExactly(tuple("user", "kim"), tuple("password", "a+b@c"), tuple("connect_timeout", "5"));
        assertThat(url.toString()).doesNotContain("a+b").doesNotContain("kim").startsWith("postgresql://db:5432/shop");
    }

    @Test
    void refusesAPasswordThatCutsTheUrl() {
        var parsed = JdbcUrl.parseLibpq("postgres://kim:s3cret/x@db/shop", ORIGIN);

        assertThat(parsed.url()).isEmpty();
        assertThat(parsed.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message()).contains("%XX").doesNotContain("s3cret"));
    }

    @Test
    void saysWhatItExpects() {
        var parsed = JdbcUrl.parseLibpq("mysql://kim:s3cret@db/shop", ORIGIN);

        assertThat(parsed.url()).isEmpty();
        assertThat(parsed.problems())
                .singleElement()
                .asString()
                .contains("postgresql://HOST")
                .doesNotContain("s3cret");
    }

    @Test
    void readsUrlsOfReactiveDrivers() {
        var postgres = JdbcUrl.parseR2dbc(
                        "r2dbc:pool:postgresql://app:secret@db/shop?sslMode=require",
                        ORIGIN,
                        IntUnaryOperator.identity())
                .url()
                .orElseThrow();
        var mysql = JdbcUrl.parseR2dbc("r2dbc:mysql://db/shop", ORIGIN, IntUnaryOperator.identity())
                .url()
                .orElseThrow();

        assertThat(postgres.hosts()).singleElement().hasToString("db:5432");
        assertThat(postgres.scheme().form()).isEqualTo(UrlScheme.Form.R2DBC);
        assertThat(postgres.toString())
                .startsWith("r2dbc:postgresql://db:5432/shop?")
                .doesNotContain("secret");
        assertThat(mysql.hosts()).singleElement().hasToString("db:3306");
        assertThat(JdbcUrl.isR2dbc("jdbc:postgresql://db/shop")).isFalse();
    }
}
