package dev.tautline.probe.evidence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// AUTHENTICATE: how the server wanted to be convinced of who we are, and where the time went.
///
/// @param method `none`, `password`, `md5` or `scram-sha-256`: what the server asked for. `none` is `trust`,
/// or somebody who knew us already: a client certificate, the operating system. `password` may be LDAP,
/// RADIUS or PAM behind it.
/// @param mechanisms of SCRAM, as offered
/// @param iterations of SCRAM; null for another method
/// @param untilAsked from the start-up message to the server's question: finding the line of pg_hba.conf,
/// names included
/// @param answering our own hashing
/// @param judging from our last answer to the server's verdict
public record Authentication(
        String method,
        List<String> mechanisms,
        @Nullable Integer iterations,
        Duration untilAsked,
        Duration answering,
        Duration judging)
        implements Evidence {
    public Authentication {
        mechanisms = List.copyOf(mechanisms);
    }

    /// The server offered to bind the password exchange to the TLS channel.
    public boolean bindsChannel() {
        return mechanisms.stream().anyMatch(mechanism -> mechanism.endsWith("-PLUS"));
    }

    @Override
    public String words() {
        return switch (method) {
            case "none" -> "no password was asked for";
            case "password" -> "password in plain text" + within();
            default ->
                method
                        + (iterations == null ? "" : ", " + iterations + " iterations")
                        + (bindsChannel() ? ", channel binding offered" : "")
                        + within();
        };
    }

    private String within() {
        return " (asked after " + micros(untilAsked) + " µs, answered in " + micros(answering) + ", judged in "
                + micros(judging) + ")";
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
