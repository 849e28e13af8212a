package dev.tautline.store.picture;

import java.util.Locale;

/// A picture of 480 by 480: shapes on a tile. Shapes inherit a dark outline with round corners; a shape names only its
/// colours. Presentation attributes throughout, because the shop's policy forbids inline styles.
record Drawing(Tile tile, String shapes) {
    static final String INK = "#14273a";

    String svg() {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480">%s\
                <g fill="none" stroke="%s" stroke-width="6" stroke-linejoin="round" stroke-linecap="round">%s</g></svg>
                """, tile.svg(), INK, shapes);
    }
}
