package dev.tautline.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Somebody who works at the shop, signed in with both factors through the pages that people use. Thread-safe once
/// signed in.
final class Clerk {
    private static final String PASSWORD = "a drill is no emergency";
    private static final Pattern RECOVERY_CODE = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_TRIES = 60;

    private final String email;
    private final Browser browser;

    private Clerk(String email, Browser browser) {
        this.email = email;
        this.browser = browser;
    }

    /// @param invitation as the shop's command printed it
    static Clerk signedIn(URI invitation, String email, Browser browser, InstantSource clock) {
        var clerk = new Clerk(email, browser);
        try {
            var codes = clerk.enrol(invitation, clock);
            var answer = browser.post(
                    "/admin/login", Map.of("email", email, "password", PASSWORD, "code", codes.removeFirst()));
            if (!answer.headers().firstValue("Location").orElse("").equals("/admin")) {
                throw new DrillFailed("%s cannot sign in: status %d".formatted(email, answer.statusCode()), null);
            }
            return clerk;
        } catch (IOException failed) {
            throw new DrillFailed("%s cannot sign in: %s".formatted(email, failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillFailed("interrupted while signing in", interrupted);
        }
    }

    String email() {
        return email;
    }

    Browser browser() {
        return browser;
    }

    /// Makes a code that takes ten per cent off and may be used so often. Tries until the shop has it.
    void makePromo(String code, int uses) {
        try {
            for (var attempt = 0; attempt < MOST_TRIES; attempt++) {
                var page = browser.get("/admin/promos");
                if (page.body().contains(">" + code + "<")) {
                    return;
                }
                var form = new TreeMap<>(Map.of("code", code, "kind", "PERCENT", "value", "10"));
                form.put("most", Integer.toString(uses));
                form.put("formKey", hidden(Jsoup.parse(page.body()), "formKey"));
                browser.post("/admin/promos", form);
                Thread.sleep(PAUSE);
            }
            throw new DrillFailed("the promotion code %s could not be made".formatted(code), null);
        } catch (IOException failed) {
            throw new DrillFailed("the promotion code %s could not be made: %s".formatted(code, failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillFailed("interrupted while making a promotion code", interrupted);
        }
    }

    /// A hidden field of a page; empty when the page has none of that name.
    static String hidden(Document page, String name) {
        return page.select("input[name=%s]".formatted(name)).attr("value");
    }

    private Deque<String> enrol(URI invitation, InstantSource clock) throws IOException, InterruptedException {
        var page = Jsoup.parse(browser.get(invitation.getRawPath() + "?" + invitation.getRawQuery())
                .body());
        var code = Authenticator.code(page.select("#secret").text(), clock.instant());
        HttpResponse<String> kept = browser.post(
                "/admin/enrol",
                Map.of(
                        "key",
                        hidden(page, "key"),
                        "sealed",
                        hidden(page, "sealed"),
                        "password",
                        PASSWORD,
                        "code",
                        code));
        var codes = new ArrayDeque<String>();
        RECOVERY_CODE.matcher(kept.body()).results().forEach(found -> codes.add(found.group()));
        if (codes.isEmpty()) {
            throw new DrillFailed("%s cannot enrol: status %d".formatted(email, kept.statusCode()), null);
        }
        return codes;
    }
}
