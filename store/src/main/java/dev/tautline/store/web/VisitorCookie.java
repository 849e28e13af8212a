package dev.tautline.store.web;

import dev.tautline.store.cookie.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Tells visitors apart for half an hour, so that an incident can be told in visitors hit, not in requests failed.
/// A random number and nothing else; it names nobody and is stored nowhere.
@Component
class VisitorCookie extends PageFilter {
    private static final String NAME = "visitor";
    private static final Duration AGE = Duration.ofMinutes(30);
    private static final int BYTES = 12;

    private final SecureRandom random;

    VisitorCookie(SecureRandom random) {
        this.random = random;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        if (Cookies.read(request, NAME).isEmpty()) {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            Cookies.write(request, response, NAME, HexFormat.of().formatHex(bytes), AGE);
        }
    }
}
