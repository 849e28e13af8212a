package dev.tautline.store.picture;

import dev.tautline.store.web.NotFound;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Serves the pictures, cacheable for a day.
@RestController
class PictureController {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Gallery gallery = new Gallery();

    @GetMapping("/pictures/{slug}.svg")
    ResponseEntity<byte[]> picture(@PathVariable String slug) {
        var picture = gallery.picture(slug).orElseThrow(() -> new NotFound("picture"));
        return ResponseEntity.ok().contentType(SVG).cacheControl(A_DAY).body(picture);
    }
}
