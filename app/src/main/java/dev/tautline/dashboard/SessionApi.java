package dev.tautline.dashboard;

import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Access.Outcome;
import dev.tautline.dashboard.access.Account;
import dev.tautline.dashboard.access.Caller;
import dev.tautline.dashboard.access.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Logging in and out of a browser.
final class SessionApi {
    private static final int MOST_CHARACTERS = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Access access;
    private final String cookie;
    private final boolean secure;
    private final BooleanSupplier gameDay;

    /// What a log-in sends: a name and a password, or a token.
    private record Proof(
            @Nullable String name,
            @Nullable String password,
            @Nullable String token) {}

    /// @param open whether nobody has to log in
    /// @param gameDay whether the page of game days has something to break
    private record Who(
            boolean open,
            boolean loggedIn,
            @Nullable String name,
            List<String> scopes,
            @Nullable String csrf,
            boolean gameDay) {
        static Who of(boolean open, boolean loggedIn, Caller caller, boolean gameDay) {
            return new Who(
                    open,
                    loggedIn,
                    loggedIn ? caller.name() : null,
                    caller.scopes().stream().map(Scope::word).sorted().toList(),
                    caller.csrf(),
                    gameDay);
        }
    }

    /// @param secure whether browsers reach this by TLS only
    /// @param gameDay whether game days are served beside it
    SessionApi(Access access, boolean secure, BooleanSupplier gameDay) {
        this.access = access;
        this.secure = secure;
        this.gameDay = gameDay;
        // The prefix binds the cookie to this host and to TLS (RFC 6265bis, 4.1.3).
        this.cookie = secure ? "__Host-taut" : "taut-session";
    }

    String cookie() {
        return cookie;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/session", this::show);
        routes.post("/api/session", this::begin);
        routes.delete("/api/session", this::end);
    }

    private void show(Context ctx) {
        var session = access.session(ctx.cookie(cookie));
        answer(
                ctx,
                session.map(caller -> who(true, caller))
                        .orElseGet(() -> access.open()
                                ? who(false, access.everybody())
                                : new Who(false, false, null, List.of(), null, gameDay.getAsBoolean())));
    }

    private void begin(Context ctx) {
        Gate.refuseForeignPages(ctx);
        var account = switch (proven(ctx)) {
            case Outcome.Known(var known) -> known;
            case Outcome.Refused() -> throw new UnauthorizedResponse("The name, the password or the token is wrong.");
            case Outcome.Wait(var left) -> throw wait(ctx, left);
        };
        answer(ctx, begun(ctx, account));
    }

    private Who begun(Context ctx, Account account) {
        var id = access.begin(account);
        ctx.cookie(new Cookie(cookie, id, "/", -1, secure, true, null, SameSite.STRICT));
        return access.session(id).map(caller -> who(true, caller)).orElseThrow();
    }

    private Who who(boolean loggedIn, Caller caller) {
        return Who.of(access.open(), loggedIn, caller, gameDay.getAsBoolean());
    }

    private Outcome proven(Context ctx) {
        var proof = proof(ctx);
        if (proof.token() != null) {
            return access.token(within(proof.token()), ctx.ip());
        }
        if (proof.name() == null || proof.password() == null) {
            throw new BadRequestResponse("A JSON object with 'name' and 'password', or with 'token', is expected.");
        }
        return access.password(within(proof.name()), within(proof.password()), ctx.ip());
    }

    private static Proof proof(Context ctx) {
        try {
            return JSON.readValue(ctx.body(), Proof.class);
        } catch (JacksonException e) {
            throw new BadRequestResponse("A JSON object with 'name' and 'password', or with 'token', is expected.");
        }
    }

    private static String within(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadRequestResponse("Nothing of a log-in is longer than " + MOST_CHARACTERS + " characters.");
        }
        return text;
    }

    private void end(Context ctx) {
        Gate.refuseForeignPages(ctx);
        var id = ctx.cookie(cookie);
        var session = access.session(id);
        if (id != null && session.isPresent()) {
            if (!Objects.equals(session.get().csrf(), ctx.header("X-CSRF-Token"))) {
                throw new ForbiddenResponse("The header X-CSRF-Token does not hold what /api/session answered.");
            }
            access.end(id);
        }
        ctx.removeCookie(cookie);
        ctx.status(HttpStatus.NO_CONTENT);
    }

    static HttpResponseException wait(Context ctx, Duration left) {
        long seconds = left.toSeconds() + 1;
        ctx.header("Retry-After", Long.toString(seconds));
        return new HttpResponseException(
                HttpStatus.TOO_MANY_REQUESTS.getCode(),
                "Too many wrong log-ins; try again in " + seconds + " s.",
                Map.of());
    }

    private static void answer(Context ctx, Who who) {
        ctx.contentType("application/json").result(Json.of(who));
    }
}
