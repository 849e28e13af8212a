package dev.tautline.store.cookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Reads and writes the shop's cookies, all with the same safe attributes. `SameSite=Lax` is the first half of the
/// defence against forged forms: another site's POST arrives without them.
public final class Cookies {
    private Cookies() {}

    public static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
    }

    /// @param age how long the browser keeps it; `Duration.ZERO` removes it
    public static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        write(request, response, name, value, age, "Lax");
    }

    /// For a cookie that no link from elsewhere may bring along, not even one that is followed by hand.
    public static void writeStrict(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        write(request, response, name, value, age, "Strict");
    }

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration age,
            String sameSite) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite(sameSite)
                .secure(request.isSecure())
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
