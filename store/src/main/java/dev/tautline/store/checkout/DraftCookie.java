package dev.tautline.store.checkout;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.cookie.Cookies;
import dev.tautline.store.cookie.Sealed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Carries the draft in the visitor's browser for two hours, sealed because it holds an address. So no table fills up
/// with abandoned checkouts, and a draft outlives an outage of the database.
@Component
class DraftCookie {
    private static final String NAME = "checkout";
    private static final Duration AGE = Duration.ofHours(2);

    private final Sealed sealed;
    private final JsonMapper json;

    DraftCookie(CookieKey key, SecureRandom random, JsonMapper json) {
        this.sealed = new Sealed(key, NAME, random);
        this.json = json;
    }

    Optional<Draft> read(HttpServletRequest request) {
        return Cookies.read(request, NAME).flatMap(sealed::open).flatMap(this::parse);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Draft draft) {
        Cookies.write(request, response, NAME, sealed.seal(json.writeValueAsString(draft)), AGE);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookies.write(request, response, NAME, "", Duration.ZERO);
    }

    private Optional<Draft> parse(String text) {
        try {
            return Optional.of(json.readValue(text, Draft.class));
        } catch (JacksonException olderFormat) {
            return Optional.empty();
        }
    }
}
