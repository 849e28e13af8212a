package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinesTest {
    private static final String SECRET = "hunter2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: hunter2",
                "    password: 'hunter2' # rotate",
                "spring.datasource.password=hunter2",
                "export PGPASSWORD=hunter2",
                "- POSTGRES_PASSWORD=hunter2",
                "DB_PASS=hunter2",
                "dbPass: hunter2",
                "apiKey: hunter2",
                "access_key = hunter2",
                "{\"url\": \"x\", \"password\": \"hunter2\"}",
                "{\"value\": \"hunter2\", \"name\": \"password\"}",
                "<Resource name=\"jdbc/shop\" username=\"shop\" password=\"hunter2\"/>",
                "<property value=\"hunter2\" name=\"password\"/>",
                "url: jdbc:postgresql://shop:hunter2@db.example/shop",
                "url: jdbc:postgresql://db.example/shop?user=shop&password=hunter2&ssl=true",
                "url: jdbc:postgresql://db.example/shop?ssl=true\" password: hunter2",
                "url: jdbc:mysql://db.example/shop?user=shop&passwort=hunter2",
                "url: jdbc:h2:mem:shop;USER=sa;PASSWORD=hunter2",
                "url: jdbc:oracle:thin:shop/hunter2@//db.example/shop",
                "DATABASE_URL=postgres://shop:p@hunter2@db.example/shop",
                "primary_conninfo = 'host=db user=shop password=hunter2'",
                "recovery: password is hunter2",
                "hunter2 is the password",
                "-----BEGIN PRIVATE KEY-----hunter2",
                "proxy_pass http://shop:hunter2@db.example;",
                "proxy_pass=hunter2",
                "cert: hunter2hunter2HUNTER2hunter2hunter2=="
            })
    void aSecretOnTheLineIsNotShown(String line) {
        assertThat(shown(line)).doesNotContain(SECRET).contains("******");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env:\n  - name: DB_PASSWORD\n    value: hunter2",
                "env:\n  - value: hunter2\n    name: DB_PASSWORD",
                "spring:\n  password: |\n    hunter2\n    hunter2",
                "credentials:\n  db:\n    shop: hunter2",
                "apiVersion: v1\nkind: Secret\nstringData:\n  shop: hunter2",
                "stringData:\n  shop: hunter2\nkind: Secret",
                "spec:\n  shop: hunter2\nkind: SealedSecret",
                "spring.datasource.password=\\\n    hunter2",
                "spring.datasource.password=\\\nhunter2",
                "-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----",
                "<property name=\"password\">\n  <value>hunter2</value>\n</property>"
            })
    void aSecretThatTheLinesAroundItTellOfIsNotShown(String text) {
        assertThat(shown(text)).doesNotContain(SECRET).contains("******");
    }

    @Test
    void aFileOfNothingButSecretsShowsNone() {
        var lines =
                new SourceLines("userlist.txt", "\"shop\" \"hunter2\"".lines().toList());

        assertThat(lines.line(1).orElseThrow().shown()).isEqualTo("******");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    proxy_pass db.example:5432;",
                "      maximum-pool-size: 1",
                "url: jdbc:postgresql://db.example:5432/shop?sslmode=require&connectTimeout=5",
                "max_connections = 50   # see the runbook",
                "hostssl all all 10.0.0.0/8 scram-sha-256",
                "driver-class-name: org.postgresql.ds.PGSimpleDataSource",
                "  value: ${DB_POOL}",
                "/var/lib/postgresql/data/pg_hba.conf"
            })
    void whatIsNoSecretStaysAsItIs(String line) {
        assertThat(shown(line)).isEqualTo(line);
    }

    @Test
    void aNeighbourOfASecretVariableStaysReadable() {
        assertThat(shown("env:\n  - name: DB_PASSWORD\n    value: hunter2\n  - name: DB_POOL\n    value: 20"))
                .contains("    value: 20");
    }

    @Test
    void anotherDocumentThanTheSecretStaysReadable() {
        assertThat(shown("kind: Secret\ndata:\n  a: hunter2\n---\nkind: ConfigMap\ndata:\n  DB_POOL: 20"))
                .doesNotContain(SECRET)
                .contains("  DB_POOL: 20");
    }

    @Test
    void aPlaceKeepsItsLetterBehindAMask() {
        var written = "url: jdbc:postgresql://a/shop?user=shop&password=hunter2&sslmode=require";
        var line = new SourceLines("application.yml", written.lines().toList())
                .line(1)
                .orElseThrow();

        assertThat(line.shown().substring(line.offset(written.indexOf("password"))))
                .startsWith("password=******");
        assertThat(line.shown().substring(line.offset(written.indexOf("sslmode"))))
                .startsWith("sslmode=require");
        assertThat(line.shown().substring(line.offset(written.indexOf("hunter2"))))
                .startsWith("******");
    }

    @Test
    void aLineThatIsNotThereIsNoLine() {
        var lines = new SourceLines("application.yml", "a: 1".lines().toList());

        assertThat(lines.line(0)).isEmpty();
        assertThat(lines.line(2)).isEmpty();
    }

    private static String shown(String text) {
        var lines = new SourceLines("application.yml", text.lines().toList());
        return String.join(
                "\n",
                IntStream.rangeClosed(1, (int) text.lines().count())
                        .mapToObj(number -> lines.line(number).orElseThrow().shown())
                        .toList());
    }
}
