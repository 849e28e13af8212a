package dev.tautline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("lab")
class PagesLabTest {
    private static Shop shop;
    private static Buyer visitor;

    @BeforeAll
    static void open() throws IOException {
        shop = Shop.open();
        visitor = shop.buyer();
    }

    @AfterAll
    static void close() {
        visitor.close();
        shop.close();
    }

    @Test
    void whatSearchEnginesAreToldLeadsToEveryPageOfTheCatalogueAndToNoOther() throws Exception {
        var robots = visitor.get("/robots.txt");
        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(robots.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(robots.body()).contains("Disallow: /checkout", "Disallow: /de/admin");
        var told = Pattern.compile("Sitemap: (\\S+)").matcher(robots.body());
        assertThat(told.find()).isTrue();

        var sitemap = visitor.get(URI.create(told.group(1)).getPath());
        assertThat(sitemap.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var places = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(sitemap.body().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("loc");
        var paths = IntStream.range(0, places.getLength())
                .mapToObj(
                        index -> URI.create(places.item(index).getTextContent()).getPath())
                .toList();
        var sold = shop.number("SELECT (1 + (SELECT count(*) FROM categories) + (SELECT count(*) FROM products)) * 2");
        assertThat(paths).doesNotHaveDuplicates().hasSize(Math.toIntExact(sold));
        assertThat(paths).contains("/", "/de/", "/c/rope", "/de/p/bow-shackle");
        for (var path : List.of(paths.getFirst(), paths.get(3), paths.getLast())) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                              | 200 | Good gear
            /c/rope                        | 200 | Three-strand manila line
            /c/deck?page=2                 | 200 | Page 2 of 2
            /c/deck?sort=price-down        | 200 | Two-speed self-tailing winch
            /p/bow-shackle                 | 200 | Goes well with it
            /search?q=shackle              | 200 | Bow shackle
            /search?q=shakle               | 200 | These come close
            /search?q=RIG-BOW-06           | 200 | Bow shackle
            /search?q=zzzzqqqq             | 200 | Nothing on our shelves
            /search                        | 200 | Search the shop
            /pictures/bow-shackle.svg      | 200 | <svg
            /c/deck?material=bronze&stock=true | 200 | Horn cleat
            /c/deck?price=over-100&price=under-20&sort=name | 200 | 5 articles
            /c/deck?material=gold          | 200 | Nothing on this shelf fits
            /search/suggestions?q=shac     | 200 | value="Bow shackle"
            /search/suggestions?q=shakle   | 200 | value="Bow shackle"
            /search/suggestions?q=s        | 200 | ''
            /de/                           | 200 | Gutes Gerät und eine klare Antwort
            /de/c/rope                     | 200 | Dreischäftige Manilaleine
            /de/c/tools?sort=name          | 200 | Bändselbeutel
            /de/p/bow-shackle              | 200 | Passt gut dazu
            /de/p/bow-shackle              | 200 | 9,90
            /de/search?q=Schäkel           | 200 | Geschweifter Schäkel
            /de/search?q=Schekel           | 200 | Diese kommen ihm nahe
            /de/search/suggestions?q=anker | 200 | value="Kalibrierte Ankerkette"
            /de/css/chandlery.css          | 200 | --ground
            /webjars/htmx.org/dist/htmx.min.js | 200 | htmx
            /de/p/never-sold               | 404 | Nichts auf diesem Regal
            /de/c/rope?page=x              | 400 | Das konnten wir nicht lesen
            /c/rope?price=free             | 400 | There is no such choice
            /en/c/rope                     | 404 | Nothing on this shelf
            /p/never-sold                  | 404 | Nothing on this shelf
            /p/%3Cscript%3E                | 404 | Nothing on this shelf
            /c/rope?page=99                | 404 | Nothing on this shelf
            /c/never                       | 404 | Nothing on this shelf
            /orders/guess                  | 404 | Nothing on this shelf
            /pictures/never.svg            | 404 | Nothing on this shelf
            /c/rope?page=x                 | 400 | We could not read that
            /c/rope?page=0                 | 400 | We could not read that
            /c/rope?sort=evil'             | 400 | We could not read that
            /search?q=%00                  | 400 | We could not read that
            """)
    void answersWith(String path, int status, String text) throws Exception {
        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text).doesNotContain("Exception", "\tat ");
    }

    @Test
    void whatIsSearchedForIsEscaped() throws Exception {
        assertThat(visitor.get("/search?q=%3Cb%3Ebold").body())
                .doesNotContain("<b>bold")
                .contains("&lt;b&gt;bold");
    }

    @Test
    void aSearchThatIsTooLongIsRefusedReadably() throws Exception {
        assertThat(visitor.get("/search?q=" + "x".repeat(101)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"RIG-BOW-06,0,400", "RIG-BOW-06,100,400", "RIG-BOW-06,many,400", "NO-SUCH-SKU,1,404", "'x;--',1,404"})
    void aBasketRefusesWhatItCannotHold(String sku, String quantity, int status) throws Exception {
        var answer = visitor.post("/cart/lines", Map.of("sku", sku, "quantity", quantity));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void aFormThatIsTooLargeIsRefused() throws Exception {
        var answer = visitor.post("/checkout", Map.of("name", "x".repeat(100_000)));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void aWrongAddressNamesEachFieldAndKeepsWhatWasTyped() throws Exception {
        var answer = visitor.post("/checkout", Map.of("email", "nonsense", "name", "Ada <Skipper>", "country", "DE"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#email\"", "href=\"#line1\"", "Ada &lt;Skipper&gt;", "aria-invalid=\"true\"");
    }

    @Test
    void everyPageTellsTheBrowserWhatItMayDo() throws Exception {
        for (var path : new String[] {"/", "/never", "/cart"}) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aFormThatAnotherSiteSentIsRefused(String site) throws Exception {
        var form = visitor.form("/cart/lines", Map.of("sku", "RIG-BOW-06"));

        assertThat(visitor.send(form.header("Sec-Fetch-Site", site)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormWithAForeignOriginIsRefusedAndOneWithOursIsTaken() throws Exception {
        var foreign = visitor.form("/cart/lines", Map.of("sku", "RIG-BOW-06")).header("Origin", "https://evil.example");
        var ours = visitor.form("/cart/lines", Map.of("sku", "RIG-BOW-06"))
                .header("Origin", shop.url().toString());

        assertThat(visitor.send(foreign).statusCode()).isEqualTo(403);
        assertThat(visitor.send(ours).statusCode()).isEqualTo(303);
    }

    @Test
    void germanPagesLeadToGermanPagesAndNameTheOtherLanguage() throws Exception {
        var page = visitor.get("/de/c/rope?sort=name").body();

        assertThat(page)
                .contains("lang=\"de\"", "href=\"/de/p/manila-line\"", "href=\"/de/cart\"", "action=\"/de/search\"")
                .contains("hreflang=\"en\"", "href=\"/c/rope?sort=name\"")
                .contains("rel=\"canonical\"");
        assertThat(Buyer.location(visitor.post("/de/cart/lines", Map.of("sku", "RIG-BOW-06"))))
                .isEqualTo("/de/cart");
        assertThat(visitor.get("/de/cart").body()).contains("Geschweifter Schäkel", "6 mm Bolzen");
        assertThat(visitor.get("/de").statusCode()).isEqualTo(301);
        assertThat(visitor.post("/cart/lines/RIG-BOW-06", Map.of("quantity", "0"))
                        .statusCode())
                .isEqualTo(303);
    }

    /// Pages are kept as they were rendered; nobody may get another one's, nor one that is not true any more.
    @Test
    void aProductPageIsOnePageForAllWhoseBasketIsEmptyAndChangesWithTheStock() throws Exception {
        var path = "/p/ships-bell";
        var first = asStranger(path);
        assertThat(asStranger(path)).isEqualTo(first).contains("Ship").doesNotContain("class=\"count\"");
        assertThat(asStranger("/de" + path)).contains("lang=\"de\"", "Schiffsglocke");
        assertThat(asStranger(path + "?from=mail")).contains("href=\"/de/p/ships-bell?from=mail\"");
        try (var buyer = shop.buyer()) {
            buyer.post("/cart/lines", Map.of("sku", "RIG-BOW-06"));
            assertThat(buyer.get(path).body()).contains("class=\"count\"");
        }
        assertThat(asStranger(path)).isEqualTo(first);

        var ofBell = " WHERE sku IN (SELECT sku FROM variants WHERE product = 'ships-bell')";
        shop.change("CREATE TABLE bells AS SELECT * FROM stock" + ofBell);
        shop.change("UPDATE stock SET on_hand = held" + ofBell);
        awaitPage(path, page -> page.contains("Sold out at the moment"));
        shop.change("UPDATE stock SET on_hand = bells.on_hand FROM bells WHERE bells.sku = stock.sku");
        awaitPage(path, first::equals);
        shop.change("DROP TABLE bells");
    }

    private static String asStranger(String path) throws Exception {
        try (var stranger = shop.buyer()) {
            return stranger.get(path).body();
        }
    }

    private static void awaitPage(String path, Predicate<String> right) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!right.test(asStranger(path))) {
            assertThat(System.nanoTime()).as("%s is right", path).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void sellsTwoHundredProductsInTenShelvesEachInBothLanguages() throws Exception {
        assertThat(shop.number("SELECT count(*) FROM products")).isGreaterThanOrEqualTo(200);
        assertThat(shop.number("SELECT count(*) FROM categories")).isEqualTo(10);
        assertThat(shop.number(
                        "SELECT count(*) FROM products WHERE name_de = '' OR summary_de = '' OR description_de = ''"))
                .isZero();
        assertThat(shop.number("SELECT count(*) FROM products p WHERE NOT EXISTS"
                        + " (SELECT FROM variants v JOIN stock s USING (sku) WHERE v.product = p.slug)"))
                .isZero();
    }

    @Test
    void filesAreNamedByTheirContentAndKeptForAYear() throws Exception {
        var link = Pattern.compile("href=\"(/css/chandlery-[0-9a-f]{32}\\.css)\"")
                .matcher(visitor.get("/").body());

        assertThat(link.find()).isTrue();
        assertThat(visitor.get(link.group(1)).headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, public");
    }

    @Test
    void aForgedBasketIsAnEmptyBasket() throws Exception {
        try (var forger = shop.buyer()) {
            var answer = forger.send(forger.page("/cart").header("Cookie", "basket=MXxSSUctQk9XLTA2OjE6MQ.AAAA"));

            assertThat(answer.body()).contains("Nothing in it yet");
        }
    }
}
