package dev.tautline.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.ValueSource;

/// A guest buys with a real browser in the shop that one `taut up` runs. Screenshots stay in `target/screenshots/`.
@Tag("browser")
@Tag("lab")
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class PurchaseBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MILLIS = 15_000;

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

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void sellsToAGuestWithoutBarriers(int width) {
        complaints.clear();
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            choose(page, width);
            checkOut(page, width);
            watchTheGuard(page, width);
        }
    }

    private void choose(Page page, int width) {
        page.navigate(up.shop("/").toString());
        look(page, "Good gear, and a straight answer.", "1-home", width);
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Shelves"))
                .getByText("Rope")
                .first()
                .click();
        look(page, "Rope", "2-category", width);
        page.getByLabel("Search the shop").fill("shackle");
        page.getByLabel("Search the shop").press("Enter");
        look(page, "shackle", "3-search", width);
        page.locator(".card a").first().click();
        look(page, "hackle", "4-product", width);
        page.locator(".variant input:enabled + label").first().click();
        press(page, "Put in the basket");
        look(page, "Your basket", "5-basket", width);
    }

    private void checkOut(Page page, int width) {
        page.getByText("To the checkout").click();
        look(page, "Where shall it go?", "6-address", width);
        page.getByLabel("E-mail address").fill("guest@example.org");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("A. Guest");
        page.getByLabel("Street and number").fill("Pier 7");
        page.getByLabel("Postcode").fill("20457");
        page.getByLabel("Town").fill("Hamburg");
        press(page, "On to delivery");
        look(page, "How shall it travel?", "7-delivery", width);
        press(page, "On to the review");
        look(page, "All correct?", "8-review", width);
        press(page, "Order and pay");
        assertThat(page).hasURL(Pattern.compile("/orders/"));
        look(page, "Thank you. We are packing.", "9-order", width);
        assertThat(page.locator(".goods")).containsText("hackle");
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
    private void look(Page page, String heading, String name, int width) {
        assertThat(page.locator("h1")).containsText(heading);
        page.evaluate(SHOW_ALL_PICTURES);
        screenshot(page, "shop-%s-%d".formatted(name, width));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which %s is wider than its window", name)
                .isEqualTo(0);
        assertThat(complaints).as("the browser's console on " + name).isEmpty();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
