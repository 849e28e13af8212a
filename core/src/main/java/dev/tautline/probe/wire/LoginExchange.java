package dev.tautline.probe.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When the messages of a log-in went by, and what they tell beside their secrets. Safe for two threads: the
/// driver's, which writes, and the ladder's, which reads.
public final class LoginExchange {
    /// The server's first SCRAM message: `r=nonce,s=salt,i=iterations` (RFC 5802, section 7).
    private static final Pattern ITERATIONS = Pattern.compile("(?:^|,)i=(\\d{1,9})(?:,|$)");

    private final Runnable onAuthenticated;
    private final long begunAt = System.nanoTime();
    private volatile long challengedAt = begunAt;
    private volatile long answeredAt = begunAt;
    private volatile long authenticatedAt;
    private final AtomicLong ours = new AtomicLong();
    private volatile boolean isOurTurn = true;
    private volatile int iterations;
    private volatile boolean isConvinced;
    private volatile int secret;

    public LoginExchange(Runnable onAuthenticated) {
        this.onAuthenticated = onAuthenticated;
    }

    /// The driver has sent something.
    void answered() {
        if (authenticatedAt == 0) {
            answeredAt = System.nanoTime();
            if (isOurTurn) {
                ours.addAndGet(answeredAt - challengedAt);
                isOurTurn = false;
            }
        }
    }

    /// The server wants one more answer; `text` is what SCRAM says.
    void challenged(String text) {
        challengedAt = System.nanoTime();
        isOurTurn = true;
        var match = ITERATIONS.matcher(text);
        iterations = match.find() ? Integer.parseInt(match.group(1)) : 0;
    }

    /// SCRAM has come to its good end.
    void convinced() {
        isConvinced = true;
    }

    /// Whoever answers has said that the password is right. PostgreSQL keeps that to itself until the session is open
    /// (auth.c, sendAuthRequest), so that hearing it alone is hearing a pooler.
    public boolean isConvincedAlone() {
        return isConvinced && authenticatedAt == 0;
    }

    /// The session has a key, with which it can be cancelled from elsewhere.
    void keyed(int number) {
        secret = number;
    }

    /// The secret half of the session's key (BackendKeyData); 0 when there was none.
    public int secret() {
        return secret;
    }

    void authenticated() {
        authenticatedAt = System.nanoTime();
        onAuthenticated.run();
    }

    /// How often SCRAM hashes the password; null when another method was asked for.
    public @Nullable Integer iterations() {
        return iterations == 0 ? null : iterations;
    }

    /// What of the log-in so far went into our own answers, with the one that is not ready yet.
    public Duration ours() {
        return Duration.ofNanos(ours.get() + (isOurTurn ? System.nanoTime() - challengedAt : 0));
    }

    /// Between the server's last question and our answer: the hashing, and nothing on the network.
    public Duration answering() {
        return Duration.ofNanos(Math.max(0, answeredAt - challengedAt));
    }

    /// Since our last answer, while there is no verdict.
    public Duration judgingSoFar() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - answeredAt));
    }

    /// Between our last answer and the server's verdict; an LDAP or RADIUS server behind it shows here.
    public Duration judging() {
        return Duration.ofNanos(Math.max(0, authenticatedAt - answeredAt));
    }
}
