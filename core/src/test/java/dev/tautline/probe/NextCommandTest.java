package dev.tautline.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Commands as a shell understands them.
@Timeout(20)
class NextCommandTest {
    private static final String EVIL = "a b'c\"d$(touch /nowhere/x)`id`\\;#e";
    private static final NextCommand COMMAND = new NextCommand(Map.of(
            "host", "db.test", "port", "5432", "address", "::1", "user", EVIL, "database", EVIL, "sslmode", "require"));

    /// The shell prints the arguments that psql would get, in brackets.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            psql -U {user} -d {database}                          | <-U><%1$s><-d><%1$s>
            psql -c '\\du {user}'                                 | <-c><\\du %1$s>
            psql -c "WHERE usename = '{user}'"                    | <-c><WHERE usename = '%2$s'>
            psql "host={host} user={user} sslmode=require"        | <host=db.test user='%3$s' sslmode=require>
            psql -h {host} -p {port}    # on {host}, as {user}    | <-h><db.test><-p><5432>
            """)
    void keepsANameOneWord(String template, String arguments) throws Exception {
        var expected = arguments.formatted(
                EVIL, EVIL.replace("'", "''"), EVIL.replace("\\", "\\\\").replace("'", "\\'"));

        assertThat(shell("psql() { printf '<%s>' \"$@\"; }\n" + COMMAND.filled(template)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void isACommandThatAShellUnderstandsWhateverTheNames(FailureKind kind) throws Exception {
        assertThat(shell("set -n\n" + COMMAND.filled(kind.next()))).isEmpty();
    }

    @Test
    void leavesPlainNamesAsTheyAre() {
        var plain = new NextCommand(Map.of("user", "app", "database", "shop-2"));

        assertThat(plain.filled("psql -U {user} -d {database} -c '{other}'"))
                .isEqualTo("psql -U app -d shop-2 -c '{other}'");
    }

    private static String shell(String script) throws IOException, InterruptedException {
        var shell =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        shell.getOutputStream().close();
        var output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        return output;
    }
}
