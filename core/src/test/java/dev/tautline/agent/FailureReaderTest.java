package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tautline.finding.Owner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReaderTest {
    private final FailureReader reader = new FailureReader("db-1:5432,db-2:5433");

    static Stream<Arguments> stepsByException() {
        return Stream.of(
                arguments("08001", new UnknownHostException("db-2"), "resolve"),
                arguments("08001", new ConnectException("Connection refused"), "connect"),
                arguments("08001", new SocketTimeoutException("Connect timed out"), "connect"),
                arguments("08001", new NoRouteToHostException("No route to host"), "connect"),
                arguments("08006", new SSLHandshakeException("PKIX path building failed"), "tls"),
                arguments("28P01", null, "authenticate"),
                arguments("28000", null, "authenticate"),
                arguments("3D000", null, "session"),
                arguments("53300", null, "session"),
                arguments("57P03", null, "session"),
                arguments("08001", null, "connect"));
    }

    @ParameterizedTest
    @MethodSource
    void stepsByException(String sqlState, @Nullable Exception cause, String step) {
        SQLException failure = new SQLException("The connection attempt failed.", sqlState, cause);
        failure.setStackTrace(new StackTraceElement[0]);
        assertThat(reader.read(failure)).satisfies(read -> {
            assertThat(read.step()).isEqualTo(step);
            assertThat(read.sqlState()).isEqualTo(sqlState);
        });
    }

    @Test
    void namesTheHostThatTheDriverNames() {
        FailedConnect read = reader.read(new SQLException("x", "08001", new UnknownHostException("db-2")));
        assertThat(read.host()).isEqualTo("db-2:5433");
    }

    @Test
    void namesAllHostsWhenTheDriverNamesNone() {
        assertThat(reader.read(new SQLException("x", "28P01")).host()).isEqualTo("db-1:5432,db-2:5433");
    }

    @Test
    void namesTheOwnerThatTheSqlStateTells() {
        assertThat(reader.read(new SQLException("x", "3D000")).owner()).isEqualTo(Owner.APPLICATION);
        assertThat(reader.read(new SQLException("x", "53300")).owner()).isEqualTo(Owner.DATABASE);
    }

    @Test
    void masksSecretsInTheDriversWords() {
        FailedConnect read =
                reader.read(new SQLException("Unable to parse URL jdbc:postgresql://h/d?password=hunter2"));
        assertThat(read.toString()).doesNotContain("hunter2");
    }

    @Test
    void endsOnACircularChainOfCauses() {
        SQLException outer = new SQLException("outer", "08001");
        ConnectException inner = new ConnectException("inner");
        outer.initCause(inner);
        inner.initCause(outer);
        assertThat(reader.read(outer).step()).isEqualTo("connect");
    }

    @Test
    void seesWhereALogInHangsThatThePgjdbcTimeoutGaveUp() throws IOException {
        // Accepts (the kernel does) and says nothing: the driver waits for the answer to its start-up message.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:%d/shop?sslmode=disable&gssEncMode=disable&loginTimeout=1"
                    .formatted(silent.getLocalPort());
            SQLException failure =
                    catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url, "shop", "x"));
            assertThat(reader.read(failure).step()).isEqualTo("authenticate");
        }
    }
}
