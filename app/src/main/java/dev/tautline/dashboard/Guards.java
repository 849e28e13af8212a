package dev.tautline.dashboard;

import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.dashboard.access.Hosts;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

/// What keeps other sites out: only the guard's own names are answered to (DNS rebinding gives a stranger's name our
/// address), and the page may load nothing from elsewhere and be framed by nobody.
final class Guards {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String A_YEAR = "max-age=31536000";

    private final DashboardConfig config;

    Guards(DashboardConfig config) {
        this.config = config;
    }

    void setHeaders(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.header("Cache-Control", "no-store");
        if (config.tls().isPresent()) {
            ctx.header("Strict-Transport-Security", A_YEAR);
        }
    }

    void refuseForeignHosts(Context ctx) {
        if (!Hosts.answersTo(config, ctx.header("Host"))) {
            throw new ForbiddenResponse(
                    config.onLoopback() && config.names().isEmpty()
                            ? "Only localhost, 127.0.0.1 and [::1] are answered to; use one of them in the URL."
                            : "This name is not answered to; add it to 'names' in the section dashboard of taut.yaml.");
        }
    }
}
