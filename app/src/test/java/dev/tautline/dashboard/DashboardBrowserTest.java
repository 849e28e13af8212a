package dev.tautline.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tautline.alert.quiet.Silences;
import dev.tautline.control.ControlApi;
import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Account;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.dashboard.access.Passwords;
import dev.tautline.dashboard.access.Scope;
import dev.tautline.diagnosis.Change;
import dev.tautline.history.series.Keeping;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesRecorder;
import dev.tautline.incident.Actions;
import dev.tautline.settings.Secret;
import dev.tautline.watch.InForce;
import io.javalin.config.RoutesConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page in a real browser, fed by hand. Screenshots stay in `target/screenshots/`.
@Tag("browser")
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class DashboardBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /// Of a machine that has much else to do.
    private static final int ASSERTION_MILLIS = 30_000;

    private static final String PASSWORD = "correct-horse-battery";

    private static final int FED_SECONDS = 400;
    private static final int SUFFERED_SECONDS = 75;

    @TempDir
    private static Path folder;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Instant start;
    private Playwright playwright;
    private Browser browser;
    private Dashboard dashboard;
    private Feed feed;

    @BeforeAll
    void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS);
        assumeTrue(Files.isExecutable(CHROMIUM), "the browser tests need " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /// Six hours of the past, a second in every ten.
    @BeforeAll
    static void remember() {
        var now = Instant.now();
        try (var recorder = SeriesRecorder.start(folder, Keeping.DEFAULT, Clock.systemUTC(), words -> {})) {
            for (int ago = 6 * 3600; ago > 0; ago -= 10) {
                var at = now.minusSeconds(ago);
                boolean shrunk = ago < 1800;
                var tick = shrunk ? Ticks.failing(at, now.minusSeconds(1800)) : Ticks.healthy(at);
                recorder.accept(
                        Seconds.of(tick, List.of(settings("store-1", "20"), settings("store-2", shrunk ? "1" : "20"))));
                recorder.awaitRoom();
            }
        }
    }

    private static InForce settings(String instance, String size) {
        return new InForce(
                Change.Kind.CLIENT_SETTING,
                instance,
                Map.of(
                        "shop.maximumPoolSize", size,
                        "shop.connectionTimeout", "3000",
                        "shop.maxLifetime", "1800000",
                        "shop.dataSource.socketTimeout", "10"));
    }

    @AfterAll
    void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void feed() {
        complaints.clear();
        dashboard = Dashboard.start(
                DashboardConfig.DEFAULT.withPort(0),
                new Access(true, List.of(), Clock.systemUTC()),
                SeriesReader.in(folder),
                new Findings(Optional.of(Path.of("deploy/shop")), path -> Reports.ONE_FINDING, Clock.systemUTC()),
                List.of());
        start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int ago = FED_SECONDS; ago > 0; ago--) {
            dashboard.accept(Ticks.healthy(start.minusSeconds(ago)));
        }
        feed = Feed.start(dashboard, Ticks::healthy);
    }

    @AfterEach
    void stop() {
        feed.close();
        dashboard.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,360", "DARK,1280"})
    void showsEveryStateWithoutBarriers(ColorScheme scheme, int width) {
        try (var context = context(scheme, width)) {
            var page = open(context);
            check(page, "All well", shot("well", scheme, width));
            suffer();
            page.reload();
            check(page, "Connection pool too small on store-2", shot("incident", scheme, width));
            feed.with(Ticks::pathBroken);
            check(page, "Something may be wrong", shot("path-broken", scheme, width));
            assertThat(overflow(page)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,360", "DARK,1280"})
    void showsEveryPageWithoutBarriers(ColorScheme scheme, int width) {
        suffer();
        try (var context = context(scheme, width)) {
            var page = open(context);
            for (var one : PAGES) {
                page.navigate(dashboard.url() + "#/" + one.address());
                assertThat(page.locator("main")).containsText(one.shows());
                axe(page, shot(one.name(), scheme, width));
                assertThat(overflow(page)).as(one.name()).isZero();
            }
            feed.with(Ticks::pathBroken);
            page.navigate(dashboard.url() + "#/targets/standby");
            assertThat(page.locator(".failure")).containsText("Connection refused");
            axe(page, shot("target-failing", scheme, width));
        }
        assertThat(complaints).as("the browser's console").isEmpty();
    }

    /// A page, and what must be on it.
    private record Shown(String name, String address, String shows) {}

    private static final List<Shown> PAGES = List.of(
            new Shown("target", "targets/primary?range=1h", "60 of 100 connections"),
            new Shown("instance", "instances/store-2", "Pool shop: 1 of 1 in use"),
            new Shown("incidents", "incidents", "Connection pool too small on store-2"),
            new Shown(
                    "incident-page", "incidents/20240607-104501", "requests over all instances 224/s (usually 300/s)"),
            new Shown("configuration", "configuration/instance/store-2", "shop.maximumPoolSize"),
            new Shown("findings", "findings", "Nothing limits how long a statement runs"));

    @Test
    void showsAnIncidentWithoutAReload() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            assertThat(page.locator("#banner")).containsText("All well");
            page.evaluate("window.sameDocument = true");

            feed.with(at -> Ticks.failing(at, start));

            assertThat(page.locator("#banner")).containsText("Connection pool too small on store-2");
            assertThat(page.locator(".known")).containsText("Traffic spike");
            assertThat(page.locator("#changes")).containsText("shop.maximumPoolSize of store-2: 20 → 1");
            assertThat(page.locator("tr.suffering")).containsText("store-2");
            assertThat((Boolean) page.evaluate("window.sameDocument")).isTrue();
        }
    }

    @Test
    void neverCallsASilentInstanceWell() {
        feed.with(Ticks::silent);
        try (var context = context(ColorScheme.DARK, 1280)) {
            var page = open(context);
            check(page, "Cannot tell", "silent-dark-1280");
            assertThat(page.locator("tr.silent")).containsText("last heard 6 s ago");
            page.navigate(dashboard.url() + "#/instances/store-3");
            assertThat(page.locator(".instance.silent")).containsText("This is what it last said.");
        }
    }

    @Test
    void opensAFormerIncidentByKeyboardAndLinksItsPostmortem() {
        feed.with(at -> Ticks.resolved(at, start.minusSeconds(200)));
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            assertThat(page.locator(".incidents a")).hasCount(2);
            page.locator(".incidents a").first().focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("#incident h1")).containsText("Connection pool too small on store-2");
            assertThat(page.locator("main")).isFocused();
            var href = page.locator("#incident a", new Page.LocatorOptions().setHasText("Download Markdown"))
                    .getAttribute("href");
            assertThat(page.request().get(dashboard.url() + href).text()).startsWith("# Postmortem: ");
        }
    }

    @Test
    void drawsTheChosenTimeWithItsChanges() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            page.navigate(dashboard.url() + "#/instances/store-2");
            page.locator("button[data-range='6h']").click();

            assertThat(page.locator("button[data-range='6h']")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator(".changes")).containsText("shop.maximumPoolSize of store-2: 20 → 1");
            assertThat(page.locator(".canvas canvas")).hasCount(6);
            axe(page, "six-hours-light-1280");
        }
    }

    @Test
    void drawsNoPageBeforeItIsKnownWhoAsks() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var held = new ArrayList<Route>();
            context.route("**/api/session", held::add);
            var page = open(context);
            page.evaluate(
                    "new Promise(done => {"
                            + "addEventListener('hashchange', () => setTimeout(done)); location.hash = '#/instances/store-2'})");
            assertThat(page.locator("button[data-range]")).hasCount(0);

            held.forEach(Route::resume);
            page.locator("button[data-range='6h']").click();

            assertThat(page.locator("button[data-range='6h']")).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    void tellsWhatBecameOfASetting() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            page.navigate(dashboard.url() + "#/configuration/instance/store-2");

            assertThat(page.locator(".diff del")).hasText("20");
            assertThat(page.locator(".diff ins")).hasText("1");
            assertThat(page.locator(".differs")).containsText("store-1: 20");
            page.locator("#setting-filter").fill("nothing like it");
            assertThat(page.locator(".settings")).containsText("No setting fits.");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,360", "DARK,1280"})
    void setsASilenceAndEndsIt(ColorScheme scheme, int width) {
        var silences = new Silences(List.of());
        var control = new ControlApi(new Actions(), silences, () -> "read", Clock.systemUTC());
        try (var guarded = guarded(List.of(control::addTo));
                var _ = Feed.start(guarded, at -> {
                    // In place of the history, which takes them in at each tick.
                    var ignored = silences.toWrite(at);
                    silences.written();
                    return Ticks.healthy(at);
                });
                var context = context(scheme, width)) {
            var page = context.newPage();
            page.navigate(guarded.url() + "#/silences");
            logIn(page, PASSWORD);
            page.getByLabel("What is silenced").fill("owner=nobody");
            page.getByLabel("Why").fill("moving db-1");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("owner");
            assertThat(page.locator("main")).containsText("None.");

            page.getByLabel("What is silenced").fill("owner=database, severity!=critical");
            page.keyboard().press("Enter");
            assertThat(page.locator(".finding")).containsText("owner=database, severity!=critical holds");
            assertThat(page.locator(".finding")).containsText("moving db-1");
            axe(page, shot("silences", scheme, width));
            assertThat(overflow(page)).isZero();

            page.getByText("End it now").click();
            assertThat(page.locator(".finding")).containsText("does not hold");
        }
        assertThat(silences.all())
                .singleElement()
                .satisfies(silence -> assertThat(silence.until()).isBefore(Instant.now()));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,360", "DARK,1280"})
    void asksForALogInAndLetsOneIn(ColorScheme scheme, int width) {
        try (var guarded = guarded(List.of());
                var _ = Feed.start(guarded, Ticks::healthy);
                var context = context(scheme, width)) {
            var page = context.newPage();
            page.navigate(guarded.url().toString());
            axe(page, shot("login", scheme, width));
            logIn(page, "wrong password");
            assertThat(page.locator("#login-problem")).containsText("is wrong");
            logIn(page, PASSWORD);
            assertThat(page.locator("#banner")).containsText("All well");
            assertThat(page.locator("#account")).containsText("olga");
            page.locator("#account button").click();
            assertThat(page.locator("h1")).hasText("Log in");
            assertThat(page.request().get(guarded.url() + "api/state").status()).isEqualTo(401);
        }
    }

    /// A real fault in a real server, injected from the shell; what the guard says of it is played.
    @Test
    void playsAGameDayWithoutGivingTheAnswerAway() {
        var operator = Account.Token.of("operator", Secret.of("b9d1f0d0a4c64c7f9a5a9a5b"));
        try (var lab = GameDayStage.start(folder);
                var stage = Dashboard.start(
                        DashboardConfig.DEFAULT.withPort(0),
                        new Access(true, List.of(operator), Clock.systemUTC()),
                        SeriesReader.in(folder),
                        Findings.none(),
                        List.of(lab.relay()::addTo));
                var said = Feed.start(stage, Ticks::healthy);
                var context = context(ColorScheme.LIGHT, 360)) {
            lab.play(stage.url());
            var page = open(context);
            page.navigate(stage.url() + "#/game-day");
            page.locator("#login-token").fill("b9d1f0d0a4c64c7f9a5a9a5b");
            page.keyboard().press("Enter");
            assertThat(page.locator("#begin-title")).isVisible();
            page.locator(".missing summary").click();
            assertThat(page.locator(".missing")).containsText("no PgBouncer stands before the cluster");
            page.screenshot(full("game-day-begin-light-360"));

            lab.strike("server-read-only");
            var onset = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            said.with(at -> Ticks.failing(at, onset));
            assertThat(page.locator("#round-title")).hasText("Round 1: what is it?");
            assertThat(page.locator("#banner")).containsText("hidden until you have guessed");
            axe(page, "game-day-guess-light-360");
            page.locator("#nav a", new Page.LocatorOptions().setHasText("Overview"))
                    .click();
            assertThat(page.locator(".known")).containsText("Ruled out 0 causes");
            assertThat(page.locator("body")).not().containsText("Connection pool too small");

            page.navigate(stage.url() + "#/game-day");
            page.locator("#guess").focus();
            page.locator("#guess").selectOption("read-only-by-setting");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator(".verdict")).containsText("Right");
            assertThat(page.locator("#round-title")).hasText("Every transaction is read-only");
            assertThat(page.locator(".round")).containsText("Connection pool too small on store-2");
            assertThat(page.locator("#banner")).containsText("Connection pool too small on store-2");
            page.locator("[data-heal]").click();
            assertThat(page.locator("section[aria-labelledby=scores-title]"))
                    .containsText("you 1 of 1 right, the guard 0 of 1");
            page.screenshot(full("game-day-over-light-360"));
            assertThat(overflow(page)).isZero();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.setViewportSize(1280, 900);
            axe(page, "game-day-over-dark-1280");
        }
        assertThat(complaints).as("the browser's console").isEmpty();
    }

    @Test
    void neverShowsOldDataAsLive() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            assertThat(page.locator("#live")).containsText("live, ");

            feed.close();
            assertThat(page.locator("#banner")).containsText("No live data");
            assertThat(page.locator("#banner")).containsText("The watch is silent");
            dashboard.close();
            assertThat(page.locator("#banner")).containsText("The connection to the guard is lost");
            assertThat(page.locator("#live")).containsText("not live, last seen");
            look(page, "No live data", "lost-light-1280");
        }
    }

    @Test
    void standsStillForThoseWhoAskForIt() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = context.newPage();
            page.navigate(dashboard.url().toString());
            assertThat(page.locator("#live")).containsText("live, ");

            assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            assertThat(page.evaluate("document.getAnimations().length")).isNotEqualTo(0);
        }
    }

    /// A dashboard on which one has to log in.
    private static Dashboard guarded(List<Consumer<RoutesConfig>> more) {
        var olga = new Account.User("olga", Set.of(Scope.values()), Secret.of(Passwords.hash(PASSWORD)));
        return Dashboard.start(
                new DashboardConfig("127.0.0.1", 0, Set.of(), Optional.empty(), List.of(olga), Optional.empty()),
                new Access(false, List.of(olga), Clock.systemUTC()),
                SeriesReader.in(folder),
                Findings.none(),
                more);
    }

    private static void logIn(Page page, String password) {
        page.locator("#login-name").fill("olga");
        page.locator("#login-password").fill(password);
        page.keyboard().press("Enter");
    }

    /// As if the outage had begun some time ago.
    private void suffer() {
        var onset = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(SUFFERED_SECONDS);
        feed.with(at -> Ticks.failing(at, onset));
        for (int second = 0; second < SUFFERED_SECONDS; second++) {
            dashboard.accept(Ticks.failing(onset.plusSeconds(second), onset));
        }
    }

    private BrowserContext context(ColorScheme scheme, int width) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(60_000);
        return context;
    }

    private Page open(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(dashboard.url().toString());
        return page;
    }

    private void check(Page page, String headline, String name) {
        look(page, headline, name);
        assertThat(complaints).as("the browser's console").isEmpty();
    }

    private static void look(Page page, String headline, String name) {
        assertThat(page.locator("#banner .headline")).hasText(headline);
        assertThat(page.locator(".canvas canvas")).hasCount(4);
        axe(page, name);
    }

    private static void axe(Page page, String name) {
        page.screenshot(full(name));
        // Without frames the judgement is the same, and takes half the time.
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(name)
                .isEmpty();
    }

    private static Page.ScreenshotOptions full(String name) {
        return new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("dashboard-" + name + ".png"));
    }

    private static String shot(String state, ColorScheme scheme, int width) {
        return state + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }

    /// Pixels by which the page is wider than its window.
    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
