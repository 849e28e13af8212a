package dev.tautline.store;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/// People of the shop at work in a real browser. Screenshots stay in `target/screenshots/`: wide ones by day, narrow
/// ones
/// by night, so that both palettes are judged.
@Tag("browser")
@Tag("lab")
@Timeout(400)
@TestInstance(Lifecycle.PER_CLASS)
class AdministrationBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MILLIS = 60_000;
    /// What a wide window shows in another way than a narrow one; the rest has the same elements.
    private static final Set<String> WIDE_TABLES = Set.of("order", "promos", "audit");

    /// Colours that are still on their way to others would be judged.
    private static final Browser.NewContextOptions CALM =
            new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Shop shop;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "the browser tests need " + CHROMIUM);
        shop = Shop.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    void close() {
        if (playwright != null) {
            playwright.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void somebodyNewFindsEverythingWithoutBarriers() throws Exception {
        var number = paidOrder("RIG-BOW-06");
        try (var context = browser.newContext(CALM)) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                // A form that is refused answers 422, which browsers take for an error of the page.
                if (message.type().equals("error") && !message.text().contains("status of 422")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(Clerk.invitation(shop, "ada@example.org", "admin").toString());
            look(page, "password", "enrol");
            var phone = enrol(page);
            page.navigate(shop.url().resolve("/admin/orders").toString());
            look(page, "Sign in", "login");
            signIn(page, "ada@example.org", phone.next());
            look(page, "Good to see you", "overview");
            workOnOrder(page, number);
            changePrice(page);
            makeAndUsePromo(page);
            for (var place : List.of("staff", "audit", "password")) {
                page.navigate(shop.url().resolve("/admin/" + place).toString());
                look(page, "", place);
            }
            page.navigate(shop.url().resolve("/admin/audit").toString());
            for (var deed : List.of("Made a promotion code", "Changed price or stock", "Refunded", "Signed in")) {
                assertThat(page.locator(".deeds")).containsText(deed);
            }
        }
    }

    /// Nothing of administration needs a script: its pages have none, and forms say what is wrong by themselves.
    @Test
    void whoeverRunsNoScriptsCanDoTheSame() throws Exception {
        var number = paidOrder("RIG-BOW-08");
        try (var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            page.navigate(Clerk.invitation(shop, "bo@example.org", "admin").toString());
            enrol(page);
            var recovery = page.locator("code").first().textContent();
            page.navigate(shop.url().resolve("/admin/orders").toString());
            signIn(page, "bo@example.org", recovery);
            page.navigate(shop.url().resolve("/de/admin/orders/" + number).toString());
            page.locator("#amount").fill("viel");
            page.locator("form[action$='/refund'] button").click();
            assertThat(page.locator("#amount-fault")).hasText("Ein Betrag über null, etwa 12,50");
            page.locator("#amount").fill("1,00");
            page.locator("form[action$='/refund'] button").click();
            assertThat(page.locator("[aria-labelledby=refunds-title]")).containsText("1,00");
        }
    }

    private Authenticator enrol(Page page) {
        var phone = new Authenticator(page.locator("#secret").textContent());
        assertThat(page.locator("svg.qr")).isVisible();
        page.locator("#password").fill(Clerk.PASSWORD);
        page.locator("#code").fill(phone.now());
        page.locator("main form button").click();
        assertThat(page.locator("code")).hasCount(10);
        return phone;
    }

    private void signIn(Page page, String email, String code) {
        assertThat(page).hasURL(Pattern.compile("/admin/login$"));
        page.locator("#email").fill(email);
        page.locator("#password").fill(Clerk.PASSWORD);
        page.locator("#code").fill(code);
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile("/admin$"));
    }

    private void workOnOrder(Page page, long number) {
        page.locator(".shelves a[href='/admin/orders']").click();
        look(page, "Orders", "orders");
        page.locator("a[href$='/admin/orders/" + number + "']").click();
        page.locator("#amount").fill("2.50");
        page.locator("form[action$='/refund'] button").click();
        assertThat(page.locator("[aria-labelledby=refunds-title]")).containsText("€2.50");
        look(page, "Order CH-" + number, "order");
    }

    private void changePrice(Page page) {
        page.locator(".shelves a[href='/admin/goods']").click();
        look(page, "Goods", "goods");
        page.locator("#find").fill("RIG-SNA-70");
        page.locator("#find").press("Enter");
        page.locator("a[href$='/admin/goods/RIG-SNA-70']").click();
        page.locator("#price").fill("cheap");
        page.locator("main form button").click();
        assertThat(page.locator("[role=alert]")).containsText("A price is an amount");
        page.locator("#price").fill("19.90");
        page.locator("main form button").click();
        assertThat(page.locator(".facts")).containsText("€19.90");
        look(page, "", "article");
    }

    private void makeAndUsePromo(Page page) {
        page.locator(".shelves a[href='/admin/promos']").click();
        page.locator("#code").fill("quay-10");
        page.locator("#value").fill("110");
        page.locator(".panel form button").click();
        assertThat(page.locator("#value-fault")).isVisible();
        look(page, "Promotion codes", "promos-wrong");
        page.locator("#value").fill("10");
        page.locator("#most").fill("3");
        page.locator(".panel form button").click();
        assertThat(page.locator("table.desk")).containsText("0 of 3");
        look(page, "Promotion codes", "promos");

        page.navigate(shop.url().resolve("/p/bow-shackle").toString());
        page.locator(".variant input:enabled + label").first().click();
        page.locator("form[action$='/cart/lines'] button").click();
        page.locator("#code").fill("quay-9");
        page.locator(".promo .button").click();
        assertThat(page.locator("#code-fault")).hasText(Pattern.compile("no such code"));
        page.locator("#code").fill("quay-10");
        page.locator(".promo .button").click();
        assertThat(page.locator(".sums")).containsText("Code QUAY-10");
        look(page, "basket", "basket-code");
        page.navigate(shop.url().resolve("/admin").toString());
    }

    private long paidOrder(String sku) throws Exception {
        try (var buyer = shop.buyer()) {
            var token = buyer.buy(sku, "card-accepted").substring("/orders/".length());
            var order = " FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.token = '" + token + "'";
            shop.await(Duration.ofSeconds(30), "SELECT count(*)" + order + " AND p.state = 'CAPTURED'", 1);
            return shop.number("SELECT o.number" + order);
        }
    }

    /// Keeps the pictures before it judges the page, so that a failure can be seen.
    private void look(Page page, String heading, String name) {
        assertThat(page.locator("h1")).containsText(heading);
        picture(page, name, 1280, ColorScheme.LIGHT);
        if (WIDE_TABLES.contains(name)) {
            judge(page, name);
        }
        picture(page, name, 360, ColorScheme.DARK);
        judge(page, name);
    }

    private static void picture(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("admin-%s-%d.png".formatted(name, width))));
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which %s is wider than %d", name, width)
                .isEqualTo(0);
    }

    private void judge(Page page, String name) {
        // Without frames the judgement is the same, and takes half the time.
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(name)
                .isEmpty();
        assertThat(complaints).as("the browser's console on " + name).isEmpty();
    }
}
