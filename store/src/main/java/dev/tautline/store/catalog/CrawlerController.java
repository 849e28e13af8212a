package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What search engines ask for before they look at pages. Told from the catalogue, so that an outage of the database
/// does not take the shop out of their index.
@RestController
class CrawlerController {
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
    /// Pages of one visitor, and lists without end.
    private static final List<String> PRIVATE =
            List.of("/account", "/admin", "/api/", "/cart", "/checkout", "/orders/", "/search", "/webhooks/");

    private final Catalogue catalogue;
    private final URI shop;

    CrawlerController(Catalogue catalogue, @Value("${chandlery.public-url}") URI shop) {
        this.catalogue = catalogue;
        this.shop = shop;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        var shelves = catalogue.categories();
        var paths = Stream.of(
                        Stream.of("/"),
                        shelves.stream().map(shelf -> "/c/" + shelf.slug()),
                        shelves.stream()
                                .flatMap(shelf -> catalogue.shelf(shelf.slug()).stream())
                                .map(product -> "/p/" + product.slug())
                                .distinct())
                .flatMap(part -> part)
                .toList();
        return answer(XML, new Sitemap(shop, mount(request)).of(paths));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        var mount = mount(request);
        var refused = Arrays.stream(Language.values())
                .flatMap(language -> PRIVATE.stream().map(path -> "Disallow: " + mount + language.prefix() + path))
                .collect(Collectors.joining("\n"));
        var sitemap = new Sitemap(shop, mount).address(Language.EN, "/sitemap.xml");
        return answer(TEXT, "User-agent: *\n" + refused + "\n\nSitemap: " + sitemap + "\n");
    }

    /// Where the shop is mounted, without the language that this request is in.
    private static String mount(HttpServletRequest request) {
        var path = request.getContextPath();
        return path.substring(0, path.length() - Language.current().prefix().length());
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text) {
        return ResponseEntity.ok().contentType(type).cacheControl(AN_HOUR).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
