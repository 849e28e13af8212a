package dev.tautline.store;

import static dev.tautline.store.Buyer.hidden;
import static dev.tautline.store.Buyer.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.store.staff.Needs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Coming into administration, and being kept out of it.
@Tag("lab")
@Timeout(120)
class StaffLabTest {
    private static Shop shop;
    private static Clerk admin;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open();
        admin = Clerk.signedIn(shop, "ada@example.org", "admin");
    }

    @AfterAll
    static void close() {
        admin.close();
        shop.close();
    }

    @Test
    void aCodeOpensOnceAlsoWhenItIsSentTwiceAtTheSameTime() throws Exception {
        try (var bo = Clerk.enrolled(shop, "bo@example.org", "clerk");
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(bo.signIn(Clerk.PASSWORD, bo.enrolledWith()).statusCode())
                    .as("the code of the enrolment")
                    .isEqualTo(422);
            var code = bo.phone().next();
            List<Callable<Integer>> same = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> bo.signIn(Clerk.PASSWORD, code).statusCode())
                    .toList();

            var answers = crowd.invokeAll(same).stream()
                    .map(done -> done.resultNow())
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(303, 422, 422, 422);
            assertThat(bo.get("/admin").body()).contains("Ada of bo@example.org");
        }
    }

    @Test
    void aRecoveryCodeOpensOnce() throws Exception {
        try (var cy = Clerk.enrolled(shop, "cy@example.org", "viewer")) {
            var code = cy.recoveryCode();

            assertThat(location(cy.signIn(Clerk.PASSWORD, code.toLowerCase(Locale.ROOT))))
                    .isEqualTo("/admin");
            assertThat(cy.signIn(Clerk.PASSWORD, code).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void noAnswerTellsWhatWasWrongOrWhoWorksHere() throws Exception {
        try (var di = Clerk.enrolled(shop, "di@example.org", "viewer");
                var stranger = shop.buyer()) {
            var wrongPassword = di.signIn("not the password", di.phone().next());
            var wrongCode = di.signIn(Clerk.PASSWORD, "000000");
            var nobody = stranger.post(
                    "/admin/login", Map.of("email", "di@example.com", "password", Clerk.PASSWORD, "code", "000000"));

            assertThat(List.of(wrongPassword.statusCode(), wrongCode.statusCode(), nobody.statusCode()))
                    .containsOnly(422);
            assertThat(wrongPassword.body())
                    .isEqualTo(wrongCode.body())
                    .isEqualTo(nobody.body().replace("di@example.com", "di@example.org"));
        }
    }

    @Test
    void wrongCodesWithTheRightPasswordMakeTheRightOneWait() throws Exception {
        try (var ed = Clerk.enrolled(shop, "ed@example.org", "viewer")) {
            for (var guess = 0; guess < 5; guess++) {
                ed.signIn(Clerk.PASSWORD, "00000" + guess);
            }

            assertThat(ed.signIn(Clerk.PASSWORD, ed.recoveryCode()).statusCode())
                    .isEqualTo(422);
            shop.change("UPDATE staff SET wait_until = now() WHERE email = 'ed@example.org'");
            assertThat(location(ed.signIn(Clerk.PASSWORD, ed.recoveryCode()))).isEqualTo("/admin");
            assertThat(shop.number("SELECT count(*) FROM audit WHERE who = 'ed@example.org'"
                            + " AND action IN ('SIGN_IN_REFUSED', 'SIGN_IN_WAITS')"))
                    .isEqualTo(6);
        }
    }

    @Test
    void whoGuessesTooOftenIsToldToWait() throws Exception {
        try (var stranger = shop.buyer()) {
            var guess = Map.of("email", "nobody@example.org", "password", "a guess or two", "code", "123456");
            for (var attempt = 0; attempt < 10; attempt++) {
                assertThat(stranger.post("/admin/login", guess).statusCode()).isEqualTo(422);
            }

            var refused = stranger.post("/admin/login", guess);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void anInvitationIsGoodForOneUse() throws Exception {
        var invitation = Clerk.invitation(shop, "flo@example.org", "viewer");
        try (var flo = Clerk.enrolled(shop, invitation, "flo@example.org")) {
            assertThat(flo.get(invitation.getRawPath() + "?" + invitation.getRawQuery())
                            .body())
                    .contains("too old or has been used");
            assertThat(flo.get("/admin/enrol?key=" + "x".repeat(50)).body()).contains("too old or has been used");
        }
    }

    @Test
    void anEnrolmentNeedsAPasswordAndACodeOfItsKey() throws Exception {
        var invitation = Clerk.invitation(shop, "gus@example.org", "viewer");
        try (var browser = shop.buyer()) {
            var page = browser.get(invitation.getRawPath() + "?" + invitation.getRawQuery())
                    .body();
            var answer = browser.post(
                    "/admin/enrol",
                    Map.of(
                            "key",
                            hidden(page, "key"),
                            "sealed",
                            hidden(page, "sealed"),
                            "password",
                            "short",
                            "code",
                            "12345"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("A password has between 10", "not the code of this key");
            assertThat(shop.number("SELECT count(*) FROM staff WHERE email = 'gus@example.org'"
                            + " AND num_nonnulls(password_hash, totp_secret, enrolled_at) = 0"))
                    .isOne();
        }
    }

    @Test
    void pagesOpenForPeopleOfTheirRoleOnly() throws Exception {
        try (var viewer = Clerk.signedIn(shop, "hal@example.org", "viewer");
                var stranger = shop.buyer()) {
            assertThat(location(stranger.get("/admin/audit"))).isEqualTo("/admin/login");
            assertThat(location(stranger.get("/de/admin/staff"))).isEqualTo("/de/admin/login");
            assertThat(location(stranger.post("/admin/logout", Map.of()))).isEqualTo("/admin/login");
            assertThat(viewer.get("/admin").statusCode()).isEqualTo(200);
            assertThat(viewer.get("/admin/audit").statusCode()).isEqualTo(403);
            assertThat(viewer.post(
                                    "/admin",
                                    "/admin/staff",
                                    Map.of("email", "evil@example.org", "name", "E", "role", "ADMIN"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(shop.number("SELECT count(*) FROM staff WHERE email = 'evil@example.org'"))
                    .isZero();
            assertThat(admin.get("/admin/audit").body()).contains("hal@example.org", "Signed in");
        }
    }

    @Test
    void eachPageOfAdministrationSaysWhoMayOpenIt() {
        var pages = shop.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/admin")))
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));

        assertThat(pages).hasSizeGreaterThan(8);
        assertThat(pages)
                .allSatisfy((path, page) -> assertThat(
                                page.hasMethodAnnotation(Needs.class) || page.hasMethodAnnotation(Needs.Nothing.class))
                        .isTrue());
    }

    @Test
    void aFormWithoutTheKeyOfItsPageChangesNothing() throws Exception {
        var fields = Map.of("email", "ivo@example.org", "name", "Ivo", "role", "VIEWER");

        assertThat(admin.browser().post("/admin/staff", fields).statusCode()).isEqualTo(403);
        assertThat(admin.browser()
                        .send(admin.browser()
                                .form("/admin/staff", admin.withKey("/admin/staff", fields))
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.number("SELECT count(*) FROM staff WHERE email = 'ivo@example.org'"))
                .isZero();
    }

    @Test
    void whoIsInvitedByPageComesInAndWhoIsDismissedIsOutAtOnce() throws Exception {
        var page = admin.post(
                "/admin/staff",
                "/admin/staff",
                Map.of("email", "jo@example.org", "name", "Jo <b>", "role", "STOREKEEPER"));
        assertThat(page.body()).contains("/admin/enrol?key=", "Jo &lt;b&gt;");
        var link = Pattern.compile("http://[^<]+/admin/enrol\\?key=[^<]+").matcher(page.body());
        assertThat(link.find()).isTrue();
        try (var jo = Clerk.enrolled(shop, URI.create(link.group()), "jo@example.org")) {
            jo.signIn(Clerk.PASSWORD, jo.recoveryCode());
            assertThat(jo.get("/admin").body()).contains("Storekeeper");
            var id = shop.text("SELECT id::text FROM staff WHERE email = 'jo@example.org'");

            admin.post("/admin/staff", "/admin/staff/" + id + "/dismiss", Map.of());

            assertThat(location(jo.get("/admin"))).isEqualTo("/admin/login");
            assertThat(jo.signIn(Clerk.PASSWORD, jo.recoveryCode()).statusCode())
                    .isEqualTo(422);
            assertThat(admin.get("/admin/audit").body()).contains("Dismissed", "staff jo@example.org");
        }
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        var id = shop.text("SELECT id::text FROM staff WHERE email = 'ada@example.org'");

        assertThat(admin.post("/admin/staff", "/admin/staff/" + id + "/dismiss", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post(
                                "/admin/staff",
                                "/admin/staff",
                                Map.of("email", "ADA@example.org", "name", "Ada", "role", "VIEWER"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void leavingEndsTheSessionAndNotOnlyTheCookie() throws Exception {
        try (var kim = Clerk.signedIn(shop, "kim@example.org", "viewer")) {
            assertThat(location(kim.post("/admin", "/admin/logout", Map.of()))).isEqualTo("/admin/login");

            assertThat(location(kim.get("/admin"))).isEqualTo("/admin/login");
            assertThat(shop.number("SELECT count(*) FROM staff_sessions s JOIN staff m ON m.id = s.staff_id"
                            + " WHERE m.email = 'kim@example.org'"))
                    .isZero();
        }
    }

    @Test
    void aNewPasswordEndsAllOtherSessionsAndStandsInTheLog() throws Exception {
        var fresh = "ten fathoms of new rope";
        try (var here = Clerk.signedIn(shop, "pass@example.org", "viewer");
                var elsewhere = shop.buyer()) {
            elsewhere.post(
                    "/admin/login",
                    Map.of("email", here.email(), "password", Clerk.PASSWORD, "code", here.recoveryCode()));
            assertThat(elsewhere.get("/admin").statusCode()).isEqualTo(200);

            var wrong = here.post("/admin/password", "/admin/password", Map.of("old", "not this one", "fresh", fresh));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("This is not the password");
            assertThat(here.post("/admin/password", "/admin/password", Map.of("old", Clerk.PASSWORD, "fresh", "short"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(here.browser()
                            .post("/admin/password", Map.of("old", Clerk.PASSWORD, "fresh", fresh))
                            .statusCode())
                    .as("without the key of the form")
                    .isEqualTo(403);
            assertThat(location(here.post(
                            "/admin/password", "/admin/password", Map.of("old", Clerk.PASSWORD, "fresh", fresh))))
                    .isEqualTo("/admin/password?done");

            assertThat(here.get("/admin/password?done").body()).contains("All other sessions have ended");
            assertThat(location(elsewhere.get("/admin"))).isEqualTo("/admin/login");
            assertThat(here.signIn(Clerk.PASSWORD, here.recoveryCode()).statusCode())
                    .isEqualTo(422);
            assertThat(location(here.signIn(fresh, here.recoveryCode()))).isEqualTo("/admin");
            assertThat(shop.text("SELECT string_agg(action, ' ' ORDER BY id) FROM audit WHERE who = 'pass@example.org'"
                            + " AND action LIKE 'PASSWORD%'"))
                    .isEqualTo("PASSWORD_REFUSED PASSWORD_CHANGED");
        }
    }

    @Test
    void anIdleSessionEnds() throws Exception {
        try (var lee = Clerk.signedIn(shop, "lee@example.org", "viewer")) {
            shop.change("UPDATE staff_sessions SET seen_at = now() - interval '31 minutes' WHERE staff_id ="
                    + " (SELECT id FROM staff WHERE email = 'lee@example.org')");

            assertThat(location(lee.get("/admin"))).isEqualTo("/admin/login");
        }
    }

    @Test
    void theShopsOwnRoleSeesNothingOfStaffAndNobodyRewritesTheLog() throws Exception {
        for (var table : List.of("staff", "staff_sessions", "staff_recovery_codes", "audit")) {
            refused("app", "", "SELECT 1 FROM " + table, "permission denied");
        }
        for (var deed : List.of("UPDATE audit SET who = 'x'", "DELETE FROM audit", "TRUNCATE audit")) {
            refused("app", "SET ROLE chandlery_admin", deed, "permission denied");
            refused("owner", "", deed, "audit is append-only");
        }
    }

    @Test
    void theCommandTellsAllThatIsWrongWithItsOptions() {
        var err = new ByteArrayOutputStream();
        var outcome = new InviteCommand(System.out, new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(new String[] {"--email", "nobody", "--role=captain"});

        assertThat(outcome).hasValue(Command.USAGE_OR_CONFIGURATION);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--email needs", "--name needs", "--role needs one of");
    }

    private static void refused(String role, String before, String sql, String why) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        shop.cluster().primary().jdbcUrl("chandlery"), "chandlery_" + role, role);
                var statement = connection.createStatement()) {
            if (!before.isEmpty()) {
                statement.execute(before);
            }
            assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining(why);
        }
    }
}
