package dev.tautline.agent;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Derives from a driver's exception which step of opening a connection failed, and at which host.
/// The order of evidence: the server's own SQLSTATE, the kind of the innermost exception, where in the driver it arose.
final class FailureReader {
    // pgjdbc 42.7: "Connection to db-1:5432 refused. Check that ..."
    private static final Pattern REFUSED_HOST = Pattern.compile("Connection to (\\S+) refused");

    // Methods of pgjdbc 42.7's ConnectionFactoryImpl and PgConnection, and of the JDK's sockets.
    private static final Map<String, ConnectStep> STEP_BY_METHOD = Map.of(
            "getAllByName", ConnectStep.RESOLVE,
            "createSocket", ConnectStep.CONNECT,
            "timedFinishConnect", ConnectStep.CONNECT,
            "enableSSL", ConnectStep.TLS,
            "startHandshake", ConnectStep.TLS,
            "doAuthentication", ConnectStep.AUTHENTICATE,
            "readStartupMessages", ConnectStep.SESSION,
            "runInitialQueries", ConnectStep.SESSION,
            "isValid", ConnectStep.QUERY);

    private static final int CHAIN_LIMIT = 20;

    private final String hosts;

    /// `hosts` is where the URL points: `host:port`, several separated by commas.
    FailureReader(String hosts) {
        this.hosts = hosts;
    }

    FailedConnect read(Throwable failure) {
        List<Throwable> chain = chain(failure);
        String sqlState = sqlState(chain);
        ConnectStep step = bySqlState(sqlState)
                .or(() -> byKind(chain))
                .or(() -> byPlace(chain))
                .orElse(sqlState.startsWith("08") ? ConnectStep.CONNECT : ConnectStep.SESSION);
        return describe(host(chain), step, sqlState, message(chain));
    }

    /// For an attempt that has not ended at its deadline: `frames` is where it hangs.
    FailedConnect readHanging(StackTraceElement[] frames, String waited) {
        ConnectStep step = stepAt(frames).orElse(ConnectStep.CONNECT);
        return describe(hosts, step, "", "no answer within " + waited);
    }

    private static FailedConnect describe(String host, ConnectStep step, String sqlState, String message) {
        return new FailedConnect(
                host,
                step.wireName(),
                sqlState,
                SecretMask.inText(message),
                step.owner(sqlState),
                step.advice(sqlState));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        // What a future adds says nothing.
        Throwable cause = failure.getCause();
        Throwable first = failure instanceof ExecutionException && cause != null ? cause : failure;
        for (Throwable t = first; t != null && chain.size() < CHAIN_LIMIT && !chain.contains(t); t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }

    private static String sqlState(List<Throwable> chain) {
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .map(t -> ((SQLException) t).getSQLState())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Optional<ConnectStep> bySqlState(String sqlState) {
        if (sqlState.startsWith("28")) {
            return Optional.of(ConnectStep.AUTHENTICATE);
        }
        // Classes that only a server gives, and only once it knows the client; 08 is also the driver's own.
        boolean fromServer = !sqlState.isEmpty() && !sqlState.startsWith("08") && !sqlState.startsWith("99");
        return fromServer ? Optional.of(ConnectStep.SESSION) : Optional.empty();
    }

    private static Optional<ConnectStep> byKind(List<Throwable> chain) {
        return chain.reversed().stream()
                .map(FailureReader::stepOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ConnectStep> stepOf(Throwable t) {
        if (t instanceof UnknownHostException) {
            return Optional.of(ConnectStep.RESOLVE);
        }
        if (t instanceof SSLException || t instanceof GeneralSecurityException) {
            return Optional.of(ConnectStep.TLS);
        }
        boolean unreachable = t instanceof ConnectException
                || t instanceof NoRouteToHostException
                || (t instanceof SocketTimeoutException timeout && saysConnect(timeout));
        return unreachable ? Optional.of(ConnectStep.CONNECT) : Optional.empty();
    }

    private static boolean saysConnect(IOException timeout) {
        return String.valueOf(timeout.getMessage()).startsWith("Connect timed out");
    }

    private static Optional<ConnectStep> byPlace(List<Throwable> chain) {
        return chain.reversed().stream()
                .flatMap(t -> stepAt(t.getStackTrace()).stream())
                .findFirst()
                .or(() -> loginTimedOut(chain) ? AbandonedLogins.step(FailureReader::stepAt) : Optional.empty());
    }

    // pgjdbc's loginTimeout: another thread logs in, and this one only waited for it.
    private static boolean loginTimedOut(List<Throwable> chain) {
        return Stream.of(chain.getFirst().getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.postgresql.Driver$Connect"));
    }

    // Innermost frame first.
    private static Optional<ConnectStep> stepAt(StackTraceElement[] frames) {
        return Stream.of(frames)
                .flatMap(frame -> Optional.ofNullable(STEP_BY_METHOD.get(frame.getMethodName())).stream())
                .findFirst();
    }

    private String host(List<Throwable> chain) {
        for (Throwable t : chain) {
            Matcher refused = REFUSED_HOST.matcher(String.valueOf(t.getMessage()));
            if (refused.find()) {
                return refused.group(1);
            }
            if (t instanceof UnknownHostException unknown) {
                return hostNamed(String.valueOf(unknown.getMessage()));
            }
        }
        return hosts;
    }

    // The exception names the host without its port.
    private String hostNamed(String name) {
        return Pattern.compile(",")
                .splitAsStream(hosts)
                .filter(host -> host.startsWith(name + ":"))
                .findFirst()
                .orElse(hosts);
    }

    // pgjdbc says "The connection attempt failed." and leaves the reason to the cause.
    private static String message(List<Throwable> chain) {
        Throwable first = chain.getFirst();
        Throwable last = chain.getLast();
        String outer = String.valueOf(first.getMessage());
        if (first == last || last.getMessage() == null || outer.contains(last.getMessage())) {
            return outer;
        }
        return outer + " (" + last.getClass().getSimpleName() + ": " + last.getMessage() + ")";
    }
}
