package dev.tautline.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A guest buys with a real browser in the shop that one `taut up` runs. Screenshots stay in `target/screenshots/`.
@Tag("browser")
@Tag("lab")
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class PurchaseBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int NARROW = 360;
    private static final double PATIENCE_MILLIS = 30_000;

    /// Those below the window, too, which load when scrolled to; it fails when one cannot be shown.
    private static final String SHOW_ALL_PICTURES = """
            Promise.all([...document.images].map(picture => {
              picture.loading = 'eager';
              return picture.decode();
            })).then(() => true)
            """;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private UpProgram up;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path place) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "the browser tests need " + CHROMIUM);
        up = UpProgram.start(place.resolve("data"), UpProgram.freePorts());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        up.awaitUp();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (playwright != null) {
            playwright.close();
        }
        if (up != null) {
            up.close();
        }
    }

    /// One way to shop: how wide the window is, in which language, and whether the browser runs scripts.
    private record Visit(int width, ResourceBundle words, String prefix, boolean scripts) {
        String say(String key) {
            return words.getString(key);
        }
    }

    /// Without scripts a page is the same page, so the looks at it are left out there.
    @ParameterizedTest
    @CsvSource({"360, en, true", "1280, de, true", "360, de, false", "1280, en, false"})
    void sellsToAGuestWithoutBarriers(int width, String language, boolean scripts) throws IOException {
        complaints.clear();
        var visit = new Visit(width, words(language), language.equals("en") ? "" : "/" + language, scripts);
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 800).setJavaScriptEnabled(scripts);
        try (var context = browser.newContext(options)) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            choose(page, visit);
            checkOut(page, visit);
            if (scripts) {
                watchTheGuard(page, width);
            }
        }
    }

    /// The shop's own bundle: what pages say is looked up where the shop looks it up.
    private static ResourceBundle words(String language) throws IOException {
        var file = language.equals("en") ? "messages.properties" : "messages_%s.properties".formatted(language);
        try (var reader = Files.newBufferedReader(Path.of("..", "store", "src", "main", "resources", file))) {
            return new PropertyResourceBundle(reader);
        }
    }

    private void choose(Page page, Visit visit) {
        page.navigate(up.shop("/").toString());
        if (!visit.prefix().isEmpty()) {
            page.locator(".tongues a[hreflang=de]").click();
        }
        look(page, visit.say("home.heading"), "1-home", visit);
        page.locator(".shelves a").first().click();
        look(page, "", "2-category", visit);
        if (visit.scripts()) {
            filter(page, visit);
            suggest(page, visit);
        }
        page.locator("#q").fill("RIG-BOW-06");
        page.locator("#q").press("Enter");
        look(page, "RIG-BOW-06", "3-search", visit);
        page.locator(".card a").first().click();
        look(page, "", "4-product", visit);
        page.locator(".variant input:enabled + label").first().click();
        press(page, visit.say("product.buy"));
        look(page, visit.say("cart.heading"), "5-basket", visit);
    }

    /// A choice takes effect at once, and the address can be shared.
    private void filter(Page page, Visit visit) {
        page.locator(".filter-more summary").click();
        page.getByLabel(visit.say("price.under-20")).click();
        assertThat(page).hasURL(Pattern.compile("price=under-20"));
        assertThat(page.locator("#found .card").first()).isVisible();
        look(page, "", "2-filtered", visit);
    }

    private void suggest(Page page, Visit visit) {
        page.locator("#q").pressSequentially(visit.prefix().isEmpty() ? "shack" : "Schäk");
        assertThat(page.locator("#suggestions option").first())
                .hasAttribute("value", Pattern.compile(visit.prefix().isEmpty() ? ".*hackle.*" : ".*chäkel.*"));
    }

    private void checkOut(Page page, Visit visit) {
        page.getByText(visit.say("cart.checkout")).click();
        look(page, visit.say("address.heading"), "6-address", visit);
        page.locator("#email").fill("guest@example.org");
        page.locator("#name").fill("A. Guest");
        page.locator("#line1").fill("Pier 7");
        page.locator("#postcode").fill("20457");
        page.locator("#city").fill("Hamburg");
        press(page, visit.say("address.go"));
        look(page, visit.say("delivery.heading"), "7-delivery", visit);
        press(page, visit.say("delivery.go"));
        look(page, visit.say("review.heading"), "8-review", visit);
        page.locator("form[action$='/checkout/place'] button").click();
        assertThat(page).hasURL(Pattern.compile(visit.prefix() + "/orders/"));
        look(page, visit.say("order.confirmed"), "9-order", visit);
        assertThat(page.locator(".goods")).containsText("RIG-BOW-06");
    }

    private void watchTheGuard(Page page, int width) {
        page.navigate(up.dashboard().toString());
        assertThat(page.locator("#banner .headline")).hasText("All well");
        assertThat(page.locator("body")).containsText("shop-1");
        screenshot(page, "up-guard-" + width);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /// Keeps the picture before it judges the page, so that a failure can be seen.
    private void look(Page page, String heading, String name, Visit visit) {
        assertThat(page.locator("h1")).containsText(heading);
        if (!visit.scripts()) {
            return;
        }
        page.evaluate(SHOW_ALL_PICTURES);
        screenshot(page, "shop-%s-%d".formatted(name, visit.width()));
        // The wide page has the same elements in the same colours, and each analysis takes seconds.
        if (visit.width() == NARROW) {
            // Without frames the judgement is the same, and takes half the time.
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .as(name)
                    .isEmpty();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which %s is wider than its window", name)
                .isEqualTo(0);
        assertThat(complaints).as("the browser's console on " + name).isEmpty();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
