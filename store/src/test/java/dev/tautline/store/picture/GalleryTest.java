package dev.tautline.store.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class GalleryTest {
    // A product's line in the seeds: ('shelf', 'slug', 'Name', or ('shelf', 'slug', 'CODE',
    private static final Pattern PRODUCT = Pattern.compile("(?m)^ {4}\\('([a-z]+)', '([a-z0-9-]+)', '");
    private final Gallery gallery = new Gallery();

    @Test
    void hasAPictureForEachProductOfTheSeedAndNoOther() throws IOException {
        assertThat(gallery.slugs()).hasSizeGreaterThanOrEqualTo(200).containsExactlyInAnyOrderElementsOf(seededSlugs());
    }

    @Test
    void eachPictureIsWellFormedAndUnlikeAnyOther() throws Exception {
        var seen = new HashSet<String>();
        for (var slug : gallery.slugs()) {
            var bytes = gallery.picture(slug).orElseThrow();
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
            assertThat(root.getTagName()).as(slug).isEqualTo("svg");
            assertThat(seen.add(new String(bytes, StandardCharsets.UTF_8)))
                    .as(slug)
                    .isTrue();
        }
    }

    @Test
    void noPictureNeedsInlineStylesWhichThePolicyForbids() {
        for (var slug : gallery.slugs()) {
            assertThat(new String(gallery.picture(slug).orElseThrow(), StandardCharsets.UTF_8))
                    .as(slug)
                    .doesNotContain("style=", "<style", "<script");
        }
    }

    private static Set<String> seededSlugs() throws IOException {
        var slugs = new TreeSet<String>();
        for (var file : List.of("R__catalogue.sql", "R__catalogue_more.sql")) {
            try (var seed = GalleryTest.class.getResourceAsStream("/db/migration/" + file)) {
                assertThat(seed).as(file).isNotNull();
                PRODUCT.matcher(new String(seed.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .map(line -> line.group(2))
                        .forEach(slugs::add);
            }
        }
        return slugs;
    }
}
