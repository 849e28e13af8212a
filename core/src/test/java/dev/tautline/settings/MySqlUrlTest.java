package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// URLs of MySQL and MariaDB, as their drivers take them.
class MySqlUrlTest {
    private static final Origin ORIGIN = new Origin.InFile(Path.of("application.yml"), 3, 10, "url");

    private static JdbcUrl url(String text) {
        var parsed = JdbcUrl.parse(text, ORIGIN);
        assertThat(parsed.problems()).isEmpty();
        return parsed.url().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:mysql://db:3307/shop                                           | db:3307             | shop
            jdbc:mysql://db/shop?useSSL=false                                   | db:3306             | shop
            jdbc:mysql://a:1,b,c:3/shop                                         | a:1,b:3306,c:3      | shop
            jdbc:mysql://[2001:db8::1]:3307/shop                                | [2001:db8::1]:3307  | shop
            jdbc:mysql:///shop                                                  | localhost:3306      | shop
            jdbc:mysql://kim:pw@[a:1,b]/shop                                    | a:1,b:3306          | shop
            jdbc:mysql://address=(host=a)(port=3307)(type=replica),b/shop       | a:3307,b:3306       | shop
            jdbc:mysql://(host=a,port=3307),(host=b)/shop                       | a:3307,b:3306       | shop
            jdbc:mysql:replication://a,b:3307/shop                              | a:3306,b:3307       | shop
            jdbc:mysql+srv://_mysql._tcp.shop.example/shop                      | _mysql._tcp.shop.example:? | shop
            jdbc:mariadb:sequential://address=(host=a)(port=3307),b/my%2Fshop   | a:3307,b:3306       | my%2Fshop
            jdbc:aws-wrapper:mysql://db/shop                                    | db:3306             | shop
            """)
    void readsHostsAndDatabase(String text, String hosts, String database) {
        var url = url(text);

        assertThat(url.hosts()).extracting(HostPort::toString).containsExactly(hosts.split(","));
        assertThat(url.database()).contains(database);
    }

    @Test
    void tellsTheDriverAndHowHostsAreUsed() {
        assertThat(url("jdbc:mysql:loadbalance://a,b/shop").mode()).contains("loadbalance");
        assertThat(url("jdbc:mysql+srv:replication://a/shop").mode()).contains("srv:replication");
        assertThat(url("jdbc:mysql://a/shop").mode()).isEmpty();
        assertThat(url("jdbc:mysql://a/shop").isMySql()).isTrue();
        assertThat(url("jdbc:mysql://a/shop").isMariaDb()).isFalse();
        assertThat(url("jdbc:mariadb://a/shop").isMariaDb()).isTrue();
        assertThat(url("jdbc:mariadb://a/shop").isPostgres()).isFalse();
    }

    @Test
    void takesUserAndPasswordFromBeforeTheHost() {
        var url = url("jdbc:mysql://kim:s3cret%21@db/shop?connectTimeout=5000");

        assertThat(url.parameters())
                .extracting(UrlParameter::name, UrlParameter::value)
                .containsExactly(tuple("user", "kim"), tuple("password", "s3cret!"), tuple("connectTimeout", "5000"));
        assertThat(url.toString())
                .doesNotContain("kim")
                .doesNotContain("s3cret")
                .contains("connectTimeout=5000");
    }

    @Test
    void takesParametersFromAnAddress() {
        var text = "jdbc:mysql://address=(host=db)(user=kim)(password=s3cret)(sslMode=REQUIRED)/shop";
        var url = url(text);

        assertThat(url.parameter("sslMode")).map(UrlParameter::value).contains("REQUIRED");
        assertThat(url.parameter("password")).map(UrlParameter::value).contains("s3cret");
        assertThat(url.parameter("sslMode").orElseThrow().origin())
                .isEqualTo(new Origin.InFile(Path.of("application.yml"), 3, 10 + text.indexOf("sslMode"), "url"));
        assertThat(url.toString()).doesNotContain("s3cret").contains("sslMode=REQUIRED");
    }

    @Test
    void collectsEveryProblemWithItsPlace() {
        var text = "jdbc:mariadb:loadbalanced://kim:pw@a:0,b c:port,address=(host=d/shop?a=1?b=2";
        var parsed = JdbcUrl.parse(text, ORIGIN);

        assertThat(parsed.problems())
                .extracting(Problem::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("loadbalance").contains("nearest"),
                        second -> assertThat(second).contains("user:password@"),
                        third -> assertThat(third).contains("port"),
                        fourth -> assertThat(fourth).contains("blanks"),
                        fifth -> assertThat(fifth).contains("port"),
                        sixth -> assertThat(sixth).contains(") is missing"));
        assertThat(parsed.problems().getFirst().origin()).hasToString("application.yml:3:23");
    }

    @Test
    void keepsPlaceholdersThatNothingResolves() {
        var url =
                url("jdbc:mysql://${DB_HOST:a/b}:{{ .Values.db.port }}/{{ .Values.db.name }}?connectTimeout=$(LIMIT)");

        assertThat(url.isResolved()).isFalse();
        assertThat(url.hosts()).extracting(HostPort::host).containsExactly("${DB_HOST:a/b}");
        assertThat(url.database()).contains("{{ .Values.db.name }}");
        assertThat(url.parameter("connectTimeout")).map(UrlParameter::value).contains("$(LIMIT)");
    }
}
