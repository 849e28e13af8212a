package dev.tautline.dashboard;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What keeps other sites out of a page on loopback: no name but loopback's own is answered to (DNS rebinding gives a
/// stranger's name our address), and the page may load nothing and be framed by nobody.
final class Guards {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Guards() {}

    static void setHeaders(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
    }

    static void refuseForeignHosts(Context ctx) {
        if (!loopback(ctx.header("Host"))) {
            throw new ForbiddenResponse(
                    "Only localhost, 127.0.0.1 and [::1] are answered to; use one of them in the URL.");
        }
    }

    /// @param host a Host header: a name or an address in brackets, and possibly a port (RFC 9110, 7.2)
    static boolean loopback(@Nullable String host) {
        return host != null && LOOPBACK.contains(host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
    }
}
