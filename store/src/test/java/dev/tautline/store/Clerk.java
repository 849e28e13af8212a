package dev.tautline.store;

import static dev.tautline.store.Buyer.hidden;
import static dev.tautline.store.Buyer.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Somebody who works at the shop, with a browser and a phone.
final class Clerk implements AutoCloseable {
    static final String PASSWORD = "nine knots and a splice";

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([A-Z2-7-]{19})</code>");

    private final String email;
    private final Buyer browser;
    private final Authenticator phone;
    private final Deque<String> recoveryCodes;
    private final String enrolledWith;

    private Clerk(String email, Buyer browser, Authenticator phone, Deque<String> codes, String enrolledWith) {
        this.email = email;
        this.browser = browser;
        this.phone = phone;
        this.recoveryCodes = codes;
        this.enrolledWith = enrolledWith;
    }

    /// Invited by the command, enrolled by the page, not signed in yet.
    static Clerk enrolled(Shop shop, String email, String role) throws IOException, InterruptedException {
        return enrolled(shop, invitation(shop, email, role), email);
    }

    static Clerk enrolled(Shop shop, URI invitation, String email) throws IOException, InterruptedException {
        var browser = shop.buyer();
        var path = invitation.getRawPath() + "?" + invitation.getRawQuery();
        var page = browser.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        var phone = new Authenticator(found(SECRET, page.body()));
        var code = phone.now();
        var kept = browser.post(
                "/admin/enrol",
                Map.of(
                        "key",
                        hidden(page.body(), "key"),
                        "sealed",
                        hidden(page.body(), "sealed"),
                        "password",
                        PASSWORD,
                        "code",
                        code));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        var codes = RECOVERY.matcher(kept.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        return new Clerk(email, browser, phone, new ArrayDeque<>(codes), code);
    }

    static Clerk signedIn(Shop shop, String email, String role) throws IOException, InterruptedException {
        var clerk = enrolled(shop, email, role);
        assertThat(location(clerk.signIn(PASSWORD, clerk.recoveryCode()))).isEqualTo("/admin");
        return clerk;
    }

    static URI invitation(Shop shop, String email, String role) {
        var out = new ByteArrayOutputStream();
        var command = new InviteCommand(new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        var outcome = command.run(new String[] {
            "--email",
            email,
            "--name=Ada of " + email,
            "--role",
            role,
            "--spring.datasource.url=" + shop.cluster().primary().jdbcUrl("chandlery"),
            "--spring.datasource.password=app",
            "--chandlery.cookie-key=" + Shop.SECRET,
            "--chandlery.public-url=" + shop.url()
        });
        assertThat(outcome).hasValue(Command.OK);
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return URI.create(lines.getLast());
    }

    String email() {
        return email;
    }

    Authenticator phone() {
        return phone;
    }

    String enrolledWith() {
        return enrolledWith;
    }

    String recoveryCode() {
        return recoveryCodes.removeFirst();
    }

    HttpResponse<String> signIn(String password, String code) throws IOException, InterruptedException {
        return browser.post("/admin/login", Map.of("email", email, "password", password, "code", code));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.get(path);
    }

    /// A form of the page at that path, with the key that the page has.
    HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return browser.post(path, withKey(page, fields));
    }

    Map<String, String> withKey(String page, Map<String, String> fields) throws IOException, InterruptedException {
        var whole = new TreeMap<>(fields);
        whole.put("formKey", hidden(browser.get(page).body(), "formKey"));
        return whole;
    }

    Buyer browser() {
        return browser;
    }

    private static String found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s in %s".formatted(pattern, text)))
                .group(1);
    }

    @Override
    public void close() {
        browser.close();
    }
}
