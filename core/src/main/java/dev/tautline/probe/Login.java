package dev.tautline.probe;

import dev.tautline.probe.Challenge.Method;
import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.wire.HandedOverSockets;
import dev.tautline.probe.wire.LoginExchange;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// The rung AUTHENTICATE: the driver is logging in over our channel, and the server has accepted who we are.
record Login(
        Challenge challenge,
        LoginExchange exchange,
        CompletableFuture<Boolean> authenticated,
        CompletableFuture<Connection> session)
        implements Rung {

    /// Answers the challenge, and returns when the server is convinced. The driver goes on to open the session.
    static Login answer(Challenge challenge, ProbeTarget target, Deadline deadline)
            throws IOException, StepFailed, TimeoutException, InterruptedException {
        refuseTheImpossible(challenge, target);
        if (target.tls().channelBinding()) {
            refuseUnbound(challenge);
        }
        var authenticated = new CompletableFuture<Boolean>();
        var exchange = new LoginExchange(() -> authenticated.complete(true));
        var login = new Login(challenge, exchange, authenticated, new CompletableFuture<>());
        var socket = challenge.handOver(exchange);
        Thread.ofVirtual().name("probe-login").start(() -> login.run(socket, target));
        login.awaitVerdict(deadline);
        return login;
    }

    private void awaitVerdict(Deadline deadline)
            throws IOException, StepFailed, TimeoutException, InterruptedException {
        long begin = System.nanoTime();
        try {
            await(authenticated, deadline);
        } catch (IOException | TimeoutException silent) {
            var ours = exchange.ours();
            if (deadline.passed() && ours.multipliedBy(2).toNanos() > System.nanoTime() - begin) {
                throw new StepFailed(
                        FailureKind.MACHINE_TOO_BUSY,
                        "ETIMEDOUT",
                        "of the time for the log-in, " + ours.toMillis() + " ms went into our own answers"
                                + (exchange.iterations() == null
                                        ? ""
                                        : ", with " + exchange.iterations() + " iterations of SCRAM"));
            }
            if (deadline.passed()) {
                throw unjudged();
            }
            throw silent;
        }
    }

    /// A password in the clear is asked for by a server that hands it on.
    private FellSilent unjudged() {
        if (exchange.isConvincedAlone()) {
            return new FellSilent(
                    FailureKind.LOG_IN_UNANSWERED,
                    "the password is found to be right and no session opened, which PostgreSQL says in one go: it is a pooler"
                            + " that answers, and waits for its server",
                    true);
        }
        return new FellSilent(
                challenge.method() == Method.PASSWORD
                        ? FailureKind.IDENTITY_SERVICE_SILENT
                        : FailureKind.LOG_IN_UNANSWERED,
                "the server asked for "
                        + (challenge.method() == Method.PASSWORD ? "the password in the clear" : challenge) + " after "
                        + challenge.untilAsked().toMillis() + " ms, has had our answer for "
                        + exchange.judgingSoFar().toMillis() + " ms and says nothing of it"
                        + (challenge.method() == Method.PASSWORD
                                ? ""
                                : ", though PostgreSQL judges that by itself at once: what comes after the log-in waits"));
    }

    /// Waits until the server is ready for queries.
    Session open(Deadline deadline) throws IOException, StepFailed, TimeoutException, InterruptedException {
        return Session.of(await(session, deadline), exchange.secret());
    }

    @Override
    public Authentication evidence() {
        return challenge.evidence(exchange);
    }

    private static void refuseTheImpossible(Challenge challenge, ProbeTarget target) throws StepFailed {
        var method = challenge.method();
        if (method.needsPassword() && target.password() == null && !challenge.demandsAnotherMechanism()) {
            throw new StepFailed(FailureKind.PASSWORD_MISSING, "", "the server asks for: " + challenge);
        }
        if (challenge.demandsAnotherMechanism()) {
            throw new StepFailed(
                    FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED,
                    "",
                    "the server offers no SCRAM-SHA-256, only: " + String.join(", ", challenge.mechanisms()));
        }
        if (method != Method.NONE && !method.needsPassword()) {
            throw new StepFailed(
                    FailureKind.AUTHENTICATION_METHOD_UNSUPPORTED, "", "the server asks for: " + challenge);
        }
    }

    /// As the driver: it goes on only with SCRAM-SHA-256-PLUS (pgjdbc, ScramAuthenticator).
    private static void refuseUnbound(Challenge challenge) throws StepFailed {
        if (!challenge.bindsChannel()) {
            throw new StepFailed(
                    FailureKind.CHANNEL_BINDING_NOT_OFFERED,
                    "",
                    "the server asks for: " + challenge + ", and offers no SCRAM-SHA-256-PLUS");
        }
    }

    private void run(Socket socket, ProbeTarget target) {
        try {
            var properties = properties(target);
            var url = "jdbc:postgresql://" + target.endpoint() + "/"
                    + URLEncoder.encode(target.database(), StandardCharsets.UTF_8);
            session.complete(ScopedValue.where(HandedOverSockets.SOCKET, socket)
                    .<Connection, SQLException>call(() -> new Driver().connect(url, properties)));
        } catch (SQLException | RuntimeException e) {
            authenticated.completeExceptionally(e);
            session.completeExceptionally(e);
        }
    }

    /// TLS is done, so the driver must not ask for it again; nor for a channel binding that it cannot see.
    private static Properties properties(ProbeTarget target) {
        var properties = new Properties();
        PGProperty.USER.set(properties, target.user());
        if (target.password() != null) {
            PGProperty.PASSWORD.set(properties, target.password().reveal());
        }
        PGProperty.SOCKET_FACTORY.set(properties, HandedOverSockets.class.getName());
        PGProperty.SSL_MODE.set(properties, "disable");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.CHANNEL_BINDING.set(properties, "disable");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        if (target.session().scramMaxIterations() != null) {
            PGProperty.SCRAM_MAX_ITERATIONS.set(properties, target.session().scramMaxIterations());
        }
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.0");
        return properties;
    }

    private static <T> T await(CompletableFuture<T> future, Deadline deadline)
            throws IOException, StepFailed, TimeoutException, InterruptedException {
        try {
            return future.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw DriverErrors.failedToLogIn(sql);
            }
            throw new IllegalStateException("the driver failed in a way that it does not declare", e.getCause());
        }
    }
}
