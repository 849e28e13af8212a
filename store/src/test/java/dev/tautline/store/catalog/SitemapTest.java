package dev.tautline.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SitemapTest {

    @Test
    void namesEachPageInEachLanguageBelowTheMount() {
        var text = new Sitemap(URI.create("https://shop.example/"), "/sea").of(List.of("/c/rope"));

        assertThat(text)
                .contains("<loc>https://shop.example/sea/c/rope</loc>", "<loc>https://shop.example/sea/de/c/rope</loc>")
                .contains("hreflang=\"de\" href=\"https://shop.example/sea/de/c/rope\"");
    }

    @Test
    void holdsNoMoreAddressesThanSearchEnginesRead() {
        var text = new Sitemap(URI.create("https://shop.example"), "").of(Collections.nCopies(30_000, "/"));

        assertThat(text.split("<loc>", -1)).hasSize(Sitemap.MOST_ADDRESSES + 1);
    }
}
