package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

class JdbcUrlTest {
    private static final Origin ORIGIN = new Origin.InFile(Path.of("application.yml"), 3, 10, "url");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db:5433/shop                                    | db             | 5433      | shop
            jdbc:postgresql://db/shop                                         | db             | 5432      | shop
            jdbc:postgresql://a:1,b:2,c/shop?targetServerType=primary         | a,b,c          | 1,2,5432  | shop
            jdbc:postgresql://[::1]:5433/shop                                 | ::1            | 5433      | shop
            jdbc:postgresql://[2001:db8::1],b/shop                            | 2001:db8::1,b  | 5432,5432 | shop
            jdbc:postgresql:shop                                              | localhost      | 5432      | shop
            jdbc:postgresql://db/my%20shop%2F2                                | db             | 5432      | my shop/2
            """)
    void readsHostsPortsAndDatabaseAsTheDriverDoes(String text, String hosts, String ports, String database) {
        var url = JdbcUrl.parse(text, ORIGIN).url().orElseThrow();

        assertThat(url.hosts()).extracting(HostPort::host).containsExactly(hosts.split(","));
        assertThat(url.hosts()).extracting(host -> String.valueOf(host.port())).containsExactly(ports.split(","));
        assertThat(url.database()).contains(database);
        agreesWithDriver(text, url);
    }

    private static void agreesWithDriver(String text, JdbcUrl url) {
        var driver = Driver.parseURL(text, null);
        assertThat(driver).isNotNull();
        assertThat(Objects.requireNonNull(PGProperty.PG_HOST.getOrDefault(driver))
                        .replace("[", "")
                        .replace("]", ""))
                .isEqualTo(String.join(
                        ",", url.hosts().stream().map(HostPort::host).toList()));
        assertThat(PGProperty.PG_PORT.getOrDefault(driver))
                .isEqualTo(String.join(
                        ",", url.hosts().stream().map(host -> "" + host.port()).toList()));
        assertThat(Optional.ofNullable(PGProperty.PG_DBNAME.getOrDefault(driver)))
                .isEqualTo(url.database());
    }

    @Test
    void decodesParametersAndKeepsTheirColumns() {
        var text = "jdbc:postgresql://db/shop?socketTimeout=30&ApplicationName=till%201&ssl";
        var url = JdbcUrl.parse(text, ORIGIN).url().orElseThrow();

        assertThat(url.parameters())
                .extracting(UrlParameter::name, UrlParameter::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("socketTimeout", "30"),
                        org.assertj.core.groups.Tuple.tuple("ApplicationName", "till 1"),
                        org.assertj.core.groups.Tuple.tuple("ssl", ""));
        assertThat(url.parameters().get(1).origin())
                .isEqualTo(
                        new Origin.InFile(Path.of("application.yml"), 3, 10 + text.indexOf("ApplicationName"), "url"));
    }

    @Test
    void theLastOfEqualParametersWins() {
        var url = JdbcUrl.parse("jdbc:postgresql://db/shop?socketTimeout=1&socketTimeout=2", ORIGIN)
                .url()
                .orElseThrow();

        assertThat(url.parameter("socketTimeout")).map(UrlParameter::value).contains("2");
    }

    @Test
    void printsNoUserAndNoPassword() {
        var url = JdbcUrl.parse("jdbc:postgresql://db/shop?user=kim&password=s3cret&sslpassword=k3y&ssl=true", ORIGIN)
                .url()
                .orElseThrow();

        assertThat(url.toString())
                .doesNotContain("kim")
                .doesNotContain("s3cret")
                .doesNotContain("k3y")
                .contains("ssl=true");
        assertThat(url.parameters().toString()).doesNotContain("s3cret").doesNotContain("k3y");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://kim:s3cret@db/shop, s3cret",
        "jdbc:postgresql://kim:s3cret/x@db/shop, s3cret",
        "postgres://kim:a?s3cret@db/shop, s3cret",
        "jdbc:postgresql://db/shop?pasword=s3cret, s3cret",
        "postgres://kim:s3cret@db/shop, s3cret",
        "jdbc:mysql://db/shop?user=kim&password=s3cret, s3cret",
        "jdbc:sqlserver://db;user=kim;password=s3cret, s3cret"
    })
    void masksPasswordsInAnyUrl(String text, String secret) {
        assertThat(JdbcUrl.mask(text)).doesNotContain(secret);
        assertThat(JdbcUrl.parse(text, ORIGIN).problems().toString()).doesNotContain(secret);
        assertThat(JdbcUrl.parse(text, ORIGIN).url().map(JdbcUrl::parameters).toString())
                .doesNotContain(secret);
    }

    @Test
    void collectsEveryProblemWithItsPlace() {
        var parsed = JdbcUrl.parse("jdbc:postgresql://a:0,b:port,c:65536/shop?options=%2", ORIGIN);

        assertThat(parsed.problems())
                .extracting(problem -> problem.origin().toString())
                .containsExactly(
                        "application.yml:3:28", "application.yml:3:32", "application.yml:3:39", "application.yml:3:60");
    }

    @Test
    void saysThatItIsNoJdbcUrl() {
        var parsed = JdbcUrl.parse("postgres://db/shop", ORIGIN);

        assertThat(parsed.url()).isEmpty();
        assertThat(parsed.problems()).singleElement().asString().contains("jdbc:postgresql://");
    }

    @Test
    void keepsPlaceholdersThatNothingResolves() {
        var url = JdbcUrl.parse("jdbc:postgresql://${DB_HOST}:${DB_PORT}/shop?socketTimeout=30", ORIGIN)
                .url()
                .orElseThrow();

        assertThat(url.isResolved()).isFalse();
        assertThat(url.hosts()).extracting(HostPort::host).containsExactly("${DB_HOST}");
        assertThat(url.database()).contains("shop");
        assertThat(url.parameter("socketTimeout")).map(UrlParameter::value).contains("30");
    }

    @Test
    void leavesOtherDatabasesAlone() {
        var parsed = JdbcUrl.parse("jdbc:h2:mem:shop", ORIGIN);

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.url()).map(JdbcUrl::subprotocol).contains("h2");
        assertThat(parsed.url()).map(JdbcUrl::isPostgres).contains(false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:aws-wrapper:postgresql://db/shop         | aws-wrapper       | postgresql
            jdbc:p6spy:postgresql://db/shop               | p6spy             | postgresql
            jdbc:otel:postgresql://db/shop                | otel              | postgresql
            jdbc:p6spy:aws-wrapper:postgresql://db/shop   | p6spy:aws-wrapper | postgresql
            jdbc-secretsmanager:postgresql://db/shop      | secretsmanager    | postgresql
            """)
    void seesThroughWrappers(String text, String wrapper, String subprotocol) {
        var url = JdbcUrl.parse(text, ORIGIN).url().orElseThrow();

        assertThat(url.wrapper()).contains(wrapper);
        assertThat(url.subprotocol()).isEqualTo(subprotocol);
        assertThat(url.isPostgres()).isTrue();
        assertThat(url.hosts()).extracting(HostPort::toString).containsExactly("db:5432");
        assertThat(url.database()).contains("shop");
    }

    @Test
    void aDatabaseOfTestcontainersIsNoServerOfOurs() {
        var url = JdbcUrl.parse("jdbc:tc:postgresql:16-alpine:///shop?TC_REUSABLE=true", ORIGIN)
                .url()
                .orElseThrow();

        assertThat(url.isThrowaway()).isTrue();
        assertThat(url.isPostgres()).isFalse();
        assertThat(url.subprotocol()).isEqualTo("postgresql");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1, mem:shop, true",
        "jdbc:h2:file:~/shop, file:~/shop, true",
        "jdbc:h2:tcp://db/shop, tcp://db/shop, false",
        "jdbc:hsqldb:mem:shop, mem:shop, true",
        "jdbc:hsqldb:hsql://db/shop, hsql://db/shop, false",
        "jdbc:sqlite:shop.db, shop.db, true"
    })
    void tellsEmbeddedDatabasesFromServers(String text, String database, boolean isEmbedded) {
        var url = JdbcUrl.parse(text, ORIGIN).url().orElseThrow();

        assertThat(url.database()).contains(database);
        assertThat(url.isEmbedded()).isEqualTo(isEmbedded);
    }

    @Test
    void findsBlanksAndASecondQuestionMark() {
        var parsed = JdbcUrl.parse("jdbc:postgresql://d b/shop?ssl=true?sslmode=require", ORIGIN);

        assertThat(parsed.problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        blank -> assertThat(blank)
                                .startsWith("application.yml:3:28")
                                .contains("blanks"),
                        second -> assertThat(second)
                                .startsWith("application.yml:3:45")
                                .contains("second ?"));
        assertThat(JdbcUrl.parse("jdbc:postgresql://db/shop ", ORIGIN).problems())
                .singleElement()
                .asString()
                .contains("blank at the end");
    }

    @Test
    void keepsHelmExpressions() {
        var url = JdbcUrl.parse("jdbc:postgresql://{{ include \"db/host\" . }}:{{ .Values.port }}/shop", ORIGIN)
                .url()
                .orElseThrow();

        assertThat(url.isResolved()).isFalse();
        assertThat(url.hosts()).extracting(HostPort::host).containsExactly("{{ include \"db/host\" . }}");
        assertThat(url.database()).contains("shop");
    }

    @Test
    void readsHostPortAndPropertiesOfSqlServer() {
        var text = "jdbc:sqlserver://erp.shop.example\\main:1433;databaseName=erp;encrypt=true;password=hunter2;";
        var url = JdbcUrl.parse(text, new Origin.Given("test")).url().orElseThrow();

        assertThat(url.hosts())
                .singleElement()
                .satisfies(host -> assertThat(host.host() + ":" + host.port()).isEqualTo("erp.shop.example:1433"));
        assertThat(url.database()).contains("erp");
        assertThat(url.parameter("encrypt").map(UrlParameter::value)).contains("true");
        assertThat(url.toString()).doesNotContain("hunter2");
        assertThat(JdbcUrl.parse("jdbc:sqlserver://erp", new Origin.Given("test"))
                        .url()
                        .orElseThrow()
                        .hosts()
                        .getFirst()
                        .port())
                .isEqualTo(1433);
    }
}
