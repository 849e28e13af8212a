package dev.tautline.dashboard;

import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Access.Outcome;
import dev.tautline.dashboard.access.Caller;
import dev.tautline.dashboard.access.Scope;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a request through to a route that asks for a scope, when the caller is known and has it. State-changing
/// requests must come from this page or from no page at all.
final class Gate {
    /// Under which a request's caller is found.
    static final String CALLER = "caller";

    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final String CSRF = "X-CSRF-Token";

    private final Access access;
    private final String cookie;

    Gate(Access access, String cookie) {
        this.access = access;
        this.cookie = cookie;
    }

    void check(Context ctx) {
        for (var role : ctx.routeRoles()) {
            if (role instanceof Scope scope) {
                check(ctx, scope);
            }
        }
    }

    private void check(Context ctx, Scope scope) {
        var caller = caller(ctx);
        if (!caller.scopes().contains(scope)) {
            throw new ForbiddenResponse(
                    access.open()
                            ? "This changes what the guard does: log in with a token, or name users or tokens in the section"
                                    + " dashboard of taut.yaml."
                            : "'" + caller.name() + "' may not do this: the scope '" + scope.word() + "' is missing.");
        }
        if (!SAFE.contains(ctx.method())) {
            refuseForeignPages(ctx);
            var csrf = caller.csrf();
            if (csrf != null && !csrf.equals(ctx.header(CSRF))) {
                throw new ForbiddenResponse("The header " + CSRF + " does not hold what /api/session answered.");
            }
        }
        ctx.attribute(CALLER, caller);
    }

    /// What browsers say of where a request comes from (Fetch Metadata; RFC 6454). Programs say nothing.
    static void refuseForeignPages(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new ForbiddenResponse("A page of another site may not ask for this.");
        }
        var origin = ctx.header("Origin");
        if (origin != null && !origin.replaceFirst("^https?://", "").equals(ctx.header("Host"))) {
            throw new ForbiddenResponse("A page of another site may not ask for this.");
        }
        var type = ctx.contentType();
        if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new ForbiddenResponse("The body is to be application/json.");
        }
    }

    private Caller caller(Context ctx) {
        var given = ctx.header("Authorization");
        if (given != null) {
            return authorized(ctx, given);
        }
        var session = access.session(ctx.cookie(cookie));
        if (session.isPresent()) {
            return session.get();
        }
        if (access.open()) {
            return access.everybody();
        }
        // Without the page's own marks it is a program, which may be asked for a password.
        if (ctx.header("Sec-Fetch-Mode") == null) {
            ctx.header("WWW-Authenticate", "Bearer, Basic realm=\"tautline\", charset=\"UTF-8\"");
        } else {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        throw new UnauthorizedResponse("Log in at /, or send a token as 'Authorization: Bearer'.");
    }

    private Caller authorized(Context ctx, String given) {
        var parts = given.split(" ", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("bearer")) {
            return known(ctx, access.token(parts[1].strip(), ctx.ip()));
        }
        var both = parts.length == 2 && parts[0].equalsIgnoreCase("basic") ? decoded(parts[1].strip()) : null;
        int colon = both == null ? -1 : both.indexOf(':');
        if (both == null || colon < 0) {
            throw new UnauthorizedResponse("'Authorization' is to be 'Bearer TOKEN' or that of a name and a password.");
        }
        return known(ctx, access.password(both.substring(0, colon), both.substring(colon + 1), ctx.ip()));
    }

    private static @Nullable String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Caller known(Context ctx, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Known(var account) -> new Caller(account.name(), account.scopes(), null);
            case Outcome.Refused() ->
                throw new UnauthorizedResponse("The token, or the name and the password, is wrong.");
            case Outcome.Wait(var left) -> throw SessionApi.wait(ctx, left);
        };
    }
}
