package dev.tautline.probe.name;

import java.security.Security;
import org.jspecify.annotations.Nullable;

/// How long a JVM remembers names (java.security, `networkaddress.cache.*`), in seconds; -1 is for ever.
///
/// @param seconds of an answer; 30 when nothing is set
/// @param negativeSeconds of "no such name"; 10 by the file that the JDK ships
/// @param staleSeconds how long an old answer serves while no new one can be had; 0 when nothing is set
public record JvmNameCache(int seconds, int negativeSeconds, int staleSeconds) {
    /// Of this JVM. An application's own JVM may be set up otherwise.
    public static JvmNameCache ofThisJvm() {
        return new JvmNameCache(
                number(Security.getProperty("networkaddress.cache.ttl"), 30),
                number(Security.getProperty("networkaddress.cache.negative.ttl"), 10),
                number(Security.getProperty("networkaddress.cache.stale.ttl"), 0));
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null || !text.strip().matches("-?\\d{1,9}") ? otherwise : Integer.parseInt(text.strip());
    }

    String words() {
        return seconds < 0 ? "for ever" : "for " + seconds + " s";
    }
}
