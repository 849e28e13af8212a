package dev.tautline.probe.name;

import java.security.Security;
import org.jspecify.annotations.Nullable;

/// How long a JVM remembers names (java.security, `networkaddress.cache.*`), in seconds; -1 is for ever.
///
/// @param seconds of an answer; 30 when nothing is set
/// @param negativeSeconds of "no such name"; 10 by the file that the JDK ships
/// @param staleSeconds how long an old answer serves while no new one can be had; 0 when nothing is set
public record JvmNameCache(int seconds, int negativeSeconds, int staleSeconds) {
    private static final JvmNameCache AS_STARTED = read();

    /// Of this JVM as it was when this class was first used, which is what others like it do: a program that looks at
    /// names remembers none itself. An application's own JVM may be set up otherwise.
    public static JvmNameCache ofThisJvm() {
        return AS_STARTED;
    }

    private static JvmNameCache read() {
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
