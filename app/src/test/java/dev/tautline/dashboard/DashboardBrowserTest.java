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
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tautline.history.series.SeriesReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class DashboardBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
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
        assumeTrue(Files.isExecutable(CHROMIUM), "the browser tests need " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
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
        dashboard = Dashboard.start(0, SeriesReader.in(folder));
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
    @CsvSource({"LIGHT,360", "LIGHT,1280", "DARK,360", "DARK,1280"})
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

    @Test
    void showsAnIncidentWithoutAReload() {
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            assertThat(page.locator("#banner")).containsText("All well");
            page.evaluate("window.sameDocument = true");

            feed.with(at -> Ticks.failing(at, start));

            assertThat(page.locator("#banner")).containsText("Connection pool too small on store-2");
            assertThat(page.locator("#incident")).containsText("Traffic spike");
            assertThat(page.locator("#incident")).containsText("requests over all instances 224/s (usually 300/s)");
            assertThat(page.locator("#changes")).containsText("shop.maximumPoolSize of store-2: 20 → 1");
            assertThat((Boolean) page.evaluate("window.sameDocument")).isTrue();
        }
    }

    @Test
    void neverCallsASilentInstanceWell() {
        feed.with(Ticks::silent);
        try (var context = context(ColorScheme.DARK, 1280)) {
            var page = open(context);
            check(page, "Cannot tell", "silent-dark-1280");
            assertThat(page.locator(".instance.silent")).containsText("This is what it last said.");
        }
    }

    @Test
    void opensAFormerIncidentByKeyboardAndLinksItsPostmortem() {
        feed.with(at -> Ticks.resolved(at, start.minusSeconds(200)));
        try (var context = context(ColorScheme.LIGHT, 1280)) {
            var page = open(context);
            assertThat(page.locator("#incidents a")).hasCount(2);
            var link = page.locator("#incidents a").first();
            link.focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("#incident")).containsText("Former incident");
            assertThat(page.locator("#incident h2")).hasText("Connection pool too small on store-2");
            var href = page.locator("#incident a", new Page.LocatorOptions().setHasText("Read the postmortem"))
                    .getAttribute("href");
            assertThat(page.request().get(dashboard.url() + href).text()).startsWith("# Postmortem: ");
        }
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
        context.setDefaultTimeout(15_000);
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
        page.screenshot(full(name));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
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
