package dev.tautline.store;

import static dev.tautline.store.Buyer.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Accounts with a real mail server: what is read here has gone over SMTP.
@Tag("lab")
@Timeout(120)
class AccountLabTest {
    private static final String PASSWORD = "a rope and nine knots";
    private static final Pattern LINK = Pattern.compile("http://[^\\s]+");

    private static GreenMail post;
    private static Shop shop;

    @BeforeAll
    static void open() throws IOException {
        post = new GreenMail(ServerSetup.SMTP.dynamicPort());
        post.start();
        shop = Shop.open(
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + post.getSmtp().getPort());
    }

    @AfterAll
    static void close() {
        shop.close();
        post.stop();
    }

    @Test
    void anAccountIsOpenedConfirmedUsedAndErased() throws Exception {
        try (var visitor = shop.buyer()) {
            register(visitor, "/de", "ada@example.org");
            assertThat(logIn(visitor, "ada@example.org", PASSWORD).statusCode())
                    .as("before the address is confirmed")
                    .isEqualTo(422);
            var letter = letter("ada@example.org", "Bitte bestätigen Sie Ihre Adresse");
            confirm(visitor, letter);
            visitor.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "2"));

            assertThat(location(logIn(visitor, "ada@example.org", PASSWORD))).isEqualTo("/account");
            assertThat(visitor.get("/account").body()).contains("Welcome aboard, Ada", "None yet.", "Log out");
            visitor.post("/cart/lines/RIG-BOW-06", Map.of("quantity", "0"));
            var fields = visitor.upToReview("RIG-BOW-08", "card-accepted");
            visitor.post("/checkout/place", fields);
            assertThat(visitor.get("/account").body())
                    .as("an order of another address")
                    .contains("None yet.");
            assertThat(visitor.get("/account/export").body()).contains("\"email\":\"ada@example.org\"", "20457");

            assertThat(visitor.post("/account/erase", Map.of("password", "wrong"))
                            .statusCode())
                    .isEqualTo(422);
            shop.change("INSERT INTO outbox (topic, customer_id, next_try) SELECT 'ACCOUNT_PASSWORD_CHANGED', id,"
                    + " now() + interval '1 hour' FROM customers WHERE email = 'ada@example.org'");
            assertThat(visitor.post("/account/erase", Map.of("password", PASSWORD))
                            .body())
                    .contains("The account is erased");
            assertThat(location(visitor.get("/account"))).isEqualTo("/account/login");
            assertThat(shop.number("SELECT count(*) FROM outbox o JOIN customers c ON c.id = o.customer_id"
                            + " WHERE c.erased_at IS NOT NULL AND o.done_at IS NULL"))
                    .as("letters that were still to be written")
                    .isZero();
            assertThat(shop.number("SELECT count(*) FROM customers WHERE email LIKE '%ada@%' OR (erased_at IS NOT NULL"
                            + " AND (name <> '' OR password_hash <> '' OR address IS NOT NULL OR cart IS NOT NULL))"))
                    .isZero();
        }
    }

    @Test
    void theBasketFollowsTheAccountAndOrdersOfItsAddressAreListed() throws Exception {
        try (var desk = shop.buyer();
                var phone = shop.buyer()) {
            desk.buy("RIG-BOW-10", "card-accepted");
            register(desk, "", "skipper@example.org");
            confirm(desk, letter("skipper@example.org", "Please confirm your address"));
            logIn(desk, "skipper@example.org", PASSWORD);
            assertThat(desk.get("/account").body()).contains("CH-1", "confirmed");
            desk.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "3"));

            phone.post("/cart/lines", Map.of("sku", "RIG-BOW-06", "quantity", "1"));
            phone.post("/cart/lines", Map.of("sku", "DEC-CLE-15", "quantity", "1"));
            logIn(phone, "skipper@example.org", PASSWORD);

            assertThat(phone.get("/cart").body()).contains("Horn cleat", "value=\"3\"");
            assertThat(location(phone.post("/account/logout", Map.of()))).isEqualTo("/");
            assertThat(phone.get("/cart").body()).contains("Nothing in it yet");
            assertThat(location(phone.get("/account"))).isEqualTo("/account/login");
        }
    }

    @Test
    void aForgottenPasswordIsReplacedOnceAndEndsOtherSessions() throws Exception {
        try (var elsewhere = shop.buyer();
                var visitor = shop.buyer()) {
            register(elsewhere, "", "bo@example.org");
            confirm(elsewhere, letter("bo@example.org", "Please confirm your address"));
            logIn(elsewhere, "bo@example.org", PASSWORD);

            visitor.post("/account/forgot", Map.of("email", "BO@example.org"));
            var link = link(letter("bo@example.org", "A new password"));
            var key = link.getQuery().substring("key=".length());
            assertThat(visitor.get(link.getPath() + "?" + link.getQuery()).body())
                    .contains("A new password");
            assertThat(visitor.post("/account/reset", Map.of("key", key, "password", "short"))
                            .statusCode())
                    .isEqualTo(422);
            var kept = visitor.post("/account/reset", Map.of("key", key, "password", "another rope of mine"));

            assertThat(location(kept)).isEqualTo("/account");
            assertThatItTellsAndOpensNothing(
                    letter("bo@example.org", "Your password was changed"), "another rope of mine");
            assertThat(location(elsewhere.get("/account"))).isEqualTo("/account/login");
            assertThat(visitor.post("/account/reset", Map.of("key", key, "password", "a third rope of mine"))
                            .body())
                    .contains("too old or has been used");
            assertThat(logIn(elsewhere, "bo@example.org", PASSWORD).statusCode())
                    .isEqualTo(422);
            assertThat(location(logIn(elsewhere, "bo@example.org", "another rope of mine")))
                    .isEqualTo("/account");
        }
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsItAndEndsOtherSessions() throws Exception {
        try (var elsewhere = shop.buyer();
                var here = shop.buyer()) {
            assertThat(location(here.get("/account/password"))).isEqualTo("/account/login");
            assertThat(location(
                            here.post("/account/password", Map.of("old", PASSWORD, "fresh", "a fresh coat of tar"))))
                    .isEqualTo("/account/login");
            register(here, "/de", "di@example.org");
            confirm(here, letter("di@example.org", "Bitte bestätigen Sie Ihre Adresse"));
            logIn(elsewhere, "di@example.org", PASSWORD);
            logIn(here, "di@example.org", PASSWORD);

            var wrong = here.post("/account/password", Map.of("old", "not this one", "fresh", "a fresh coat of tar"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("This is not the password");
            var tooShort = here.post("/account/password", Map.of("old", PASSWORD, "fresh", "short"));
            assertThat(tooShort.body()).contains("A password has between 10 and 128 characters");
            assertThat(location(
                            here.post("/account/password", Map.of("old", PASSWORD, "fresh", "a fresh coat of tar"))))
                    .isEqualTo("/account/password?done");

            assertThatItTellsAndOpensNothing(
                    letter("di@example.org", "Ihr Passwort wurde geändert"), "a fresh coat of tar");
            assertThat(here.get("/account/password?done").body()).contains("All other sessions have ended");
            assertThat(here.get("/account").body()).contains("Welcome aboard");
            assertThat(location(elsewhere.get("/account"))).isEqualTo("/account/login");
            assertThat(logIn(elsewhere, "di@example.org", PASSWORD).statusCode())
                    .isEqualTo(422);
            assertThat(location(logIn(elsewhere, "di@example.org", "a fresh coat of tar")))
                    .isEqualTo("/account");
            var guesses = new ArrayList<Integer>();
            for (var guess = 0; guess < 5; guess++) {
                guesses.add(
                        here.post("/account/password", Map.of("old", "guess " + guess, "fresh", "a third coat of tar"))
                                .statusCode());
            }
            assertThat(guesses).startsWith(422).endsWith(429);
            assertThat(shop.number("SELECT count(*) FROM outbox o JOIN customers c ON c.id = o.customer_id"
                            + " WHERE c.email = 'di@example.org' AND topic = 'ACCOUNT_PASSWORD_CHANGED'"))
                    .as("one letter for the one change, none for refused ones")
                    .isOne();
        }
    }

    @Test
    void nobodyLearnsWhetherAnAddressHasAnAccount() throws Exception {
        try (var visitor = shop.buyer()) {
            var first = register(visitor, "", "cy@example.org");
            confirm(visitor, letter("cy@example.org", "Please confirm your address"));

            assertThat(register(visitor, "", "cy@example.org")).isEqualTo(first);
            letter("cy@example.org", "You have an account already");
            var known = visitor.post("/account/forgot", Map.of("email", "cy@example.org"));
            var unknown = visitor.post("/account/forgot", Map.of("email", "nobody@example.org"));
            assertThat(unknown.body()).isEqualTo(known.body());
            var wrong = logIn(visitor, "cy@example.org", "not the password");
            var strange = logIn(visitor, "nobody@example.org", "not the password");
            assertThat(strange.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(strange.body().replace("nobody@", "cy@")).isEqualTo(wrong.body());
            assertThat(shop.number("SELECT count(*) FROM mails WHERE recipient = 'nobody@example.org'"))
                    .isZero();
        }
    }

    @Test
    void guessingPasswordsIsSlowedDown() throws Exception {
        try (var guesser = shop.buyer()) {
            var statuses = Stream.generate(() -> "guess").limit(12).map(guess -> {
                try {
                    return logIn(guesser, "dee@example.org", guess).statusCode();
                } catch (IOException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                }
            });

            assertThat(statuses.toList()).startsWith(422).endsWith(429, 429);
        }
    }

    @Test
    void passwordsAreArgon2idAndForgedSessionsAreNobodys() throws Exception {
        try (var visitor = shop.buyer()) {
            register(visitor, "", "eve@example.org");

            assertThat(shop.number("SELECT count(*) FROM customers WHERE password_hash NOT LIKE '$argon2id$%'"
                            + " AND erased_at IS NULL"))
                    .isZero();
            var forged = visitor.send(visitor.page("/account").header("Cookie", "account=Zm9yZ2Vk"));
            assertThat(location(forged)).isEqualTo("/account/login");
        }
    }

    @Test
    void aWrongFormNamesItsFieldsAndKeepsNoPassword() throws Exception {
        try (var visitor = shop.buyer()) {
            var answer =
                    visitor.post("/account/register", Map.of("email", "nonsense", "name", "", "password", "shortpass"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("href=\"#email\"", "href=\"#name\"", "href=\"#password\"")
                    .doesNotContain("shortpass");
        }
    }

    /// The letter says when, names no password, and its one address is a form to fill in.
    private static void assertThatItTellsAndOpensNothing(String letter, String password) {
        assertThat(letter).doesNotContain(password, PASSWORD, "key=").containsPattern("[0-9]{4}, [0-9]{2}:[0-9]{2} ");
        assertThat(LINK.matcher(letter)
                        .results()
                        .map(link -> URI.create(link.group()).getPath()))
                .singleElement()
                .asString()
                .endsWith("/account/forgot");
    }

    private static String register(Buyer visitor, String language, String email)
            throws IOException, InterruptedException {
        var answer = visitor.post(
                language + "/account/register", Map.of("email", email, "name", "Ada", "password", PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> logIn(Buyer visitor, String email, String password)
            throws IOException, InterruptedException {
        return visitor.post("/account/login", Map.of("email", email, "password", password));
    }

    private static void confirm(Buyer visitor, String letter) throws IOException, InterruptedException {
        var link = link(letter);
        assertThat(visitor.get(link.getPath() + "?" + link.getQuery()).statusCode())
                .isEqualTo(200);
        var key = link.getQuery().substring("key=".length());
        var answer = visitor.post(link.getPath(), Map.of("key", key));
        assertThat(location(answer)).endsWith("/account/login");
    }

    private static URI link(String letter) {
        var link = LINK.matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return URI.create(link.group());
    }

    /// Waits for a letter that has arrived in the mailbox.
    private static String letter(String recipient, String subject) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            for (var message : post.getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().equals(recipient)
                        && message.getSubject().equals(subject)) {
                    return message.getContent().toString();
                }
            }
            assertThat(System.nanoTime())
                    .as("\"%s\" for %s within 30 s", subject, recipient)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
