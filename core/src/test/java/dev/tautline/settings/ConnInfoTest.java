package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnInfoTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            host=db password=hunter2 user=shop                | host=db password=****** user=shop
            host=db password = 'hun ter2' sslmode=require     | host=db password = ****** sslmode=require
            host=db user=shop password='hunter\\'2             | host=db user=shop password=******
            Server=db;Database=shop;Password=hunter2;Ssl=true | Server=db;Database=shop;Password=******;Ssl=true
            Host=db;Pwd=hunter2                               | Host=db;Pwd=******
            host=db user=shop passfile=/etc/pgpass            | host=db user=shop passfile=/etc/pgpass
            a=b                                               | a=b
            """)
    void showsNoPassword(String text, String shown) {
        assertThat(JdbcUrl.mask(text)).isEqualTo(shown);
    }

    @Test
    void readsHostsWithTheirPorts() {
        var url = JdbcUrl.ofConnInfo(Written.of(
                        "DSN", "host=db1,db2 port=5433,5434 user=shop dbname='the shop'", new Origin.Given("a test")))
                .orElseThrow();

        assertThat(url.hosts()).extracting(HostPort::toString).containsExactly("db1:5433", "db2:5434");
        assertThat(url.database()).contains("the shop");
        assertThat(url.parameters()).extracting(UrlParameter::name).containsExactly("user");
    }

    @Test
    void takesNoLongForHugeTexts() {
        var huge = "host=" + "a".repeat(2_000_000) + " password='" + "\\'".repeat(500_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(JdbcUrl.mask(huge)).endsWith("password=******");
            assertThat(JdbcUrl.ofConnInfo(Written.of("DSN", huge, new Origin.Given("a test"))))
                    .isEmpty();
            assertThat(JdbcUrl.ofConnInfo(Written.of(
                            "DSN", "host=db user=shop password='" + "\\'".repeat(900), new Origin.Given("a test"))))
                    .isEmpty();
        });
    }
}
