package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.BRASS;
import static dev.tautline.store.picture.Shapes.NAVY;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.STEEL_DARK;
import static dev.tautline.store.picture.Shapes.WOOD;
import static dev.tautline.store.picture.Shapes.WOOD_DARK;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.ellipse;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;
import static dev.tautline.store.picture.Shapes.turned;

import java.util.Map;

/// Tins, a brush and a cartridge.
final class PaintDrawings {
    private PaintDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "topside-enamel", new Drawing(Tile.SHED, enamel()),
                "antifouling", new Drawing(Tile.SHED, antifouling()),
                "spar-varnish", new Drawing(Tile.SHED, varnish()),
                "bristle-brush", new Drawing(Tile.SHED, brush()),
                "deck-sealant", new Drawing(Tile.SHED, sealant()));
    }

    private static String enamel() {
        return path("M112 156 H368 V384 C368 424 112 424 112 384 Z", STEEL)
                + path("M112 196 H368 V360 C368 396 112 396 112 360 Z", "#d2462a")
                + sail(240, 282)
                + shade("M312 156 H368 V384 C368 400 346 408 312 412 Z")
                + ellipse(240, 156, 128, 38, STEEL_DARK)
                + ellipse(240, 158, 104, 27, "#d2462a")
                + path("M152 172 C152 214 150 244 164 252 C180 252 178 214 182 182 Z", "#d2462a")
                + path("M206 186 C206 214 204 226 214 230 C226 228 222 206 226 186 Z", "#d2462a")
                + stroke("M112 176 C60 60 420 60 368 176", STEEL_DARK, 7, "")
                + shine("M130 214 V372", 9);
    }

    private static String sail(int x, int y) {
        return circle(x, y, 54, "#fbf3e3")
                + path("M%d %d V%d H%d Z".formatted(x - 4, y - 40, y + 16, x - 36), "#14273a")
                + path("M%d %d V%d H%d Z".formatted(x + 6, y - 34, y + 16, x + 34), "#d2462a")
                + path("M%d %d H%d L%d %d H%d Z".formatted(x - 38, y + 24, x + 38, x + 24, y + 38, x - 26), NAVY);
    }

    private static String antifouling() {
        return path("M74 168 H318 V388 C318 424 74 424 74 388 Z", "#2f4f6d")
                + path("M74 214 H318 V346 C318 380 74 380 74 346 Z", "#f4ead6")
                + path("M98 300 C150 326 244 326 294 296 L270 344 C220 362 160 362 120 344 Z", "#9e3327")
                + stroke("M150 300 V242 L206 300 Z", Drawing.INK, 6, "")
                + shade("M262 168 H318 V388 C318 404 296 412 262 416 Z")
                + ellipse(196, 168, 122, 34, STEEL)
                + ellipse(196, 166, 90, 21, STEEL_DARK)
                + shine("M92 226 V350", 8)
                + path("M334 86 C334 70 436 70 436 86 V150 C436 166 334 166 334 150 Z", "#9e3327")
                + stroke("M350 84 V152 M370 82 V154 M392 82 V154 M414 84 V152", "#7c2419", 5, "")
                + stroke("M436 118 H454 V206 H388 V246", STEEL_DARK, 10, "")
                + path("M374 246 H402 L408 400 C408 416 368 416 368 400 Z", "#e8a33d");
    }

    private static String varnish() {
        return path(
                        "M128 150 L160 118 H320 L352 150 V394 C352 404 344 412 334 412 H146 C136 412 128 404 128 394 Z",
                        "#e9c46a")
                + shade("M296 118 H320 L352 150 V394 C352 404 344 412 334 412 H296 Z")
                + path("M128 150 L160 118 H320 L352 150 Z", BRASS)
                + box(206, 74, 68, 46, 8, "#2b3640")
                + stroke("M222 82 V112 M240 82 V112 M258 82 V112", STEEL_DARK, 4, "")
                + box(152, 188, 176, 176, 8, "#6b3e1c")
                + stroke(
                        "M152 222 C200 206 280 244 328 222 M152 258 C210 240 270 282 328 256 M152 296 C200 284 280 316 328 296 M152 334 C210 320 270 350 328 332",
                        "#a2652f",
                        5,
                        "")
                + path(
                        "M240 210 C268 250 286 276 286 302 C286 330 266 346 240 346 C214 346 194 330 194 302 C194 276 212 250 240 210 Z",
                        "#f0b441")
                + shine("M212 300 C212 318 222 330 234 332", 7)
                + shine("M142 168 V392", 7);
    }

    private static String brush() {
        return turned(
                38,
                path("M178 292 C174 350 200 404 232 436 H250 C284 404 306 350 302 292 Z", "#f3e6c8")
                        + stroke(
                                "M196 306 C194 350 208 396 226 424 M220 306 C220 350 228 396 238 428 M244 306 V430 M266 306 C264 350 256 396 248 428 M286 306 C288 350 274 396 256 424",
                                "#b79a63",
                                4,
                                "")
                        + path(
                                "M182 372 C196 400 216 426 232 436 H250 C270 420 288 398 298 372 C270 392 210 392 182 372 Z",
                                "#c97b2d")
                        + path("M172 226 H308 V300 H172 Z", STEEL)
                        + stroke("M172 244 H308 M172 284 H308", STEEL_DARK, 6, "")
                        + circle(196, 264, 6, STEEL_DARK)
                        + circle(284, 264, 6, STEEL_DARK)
                        + path(
                                "M184 226 C188 190 220 176 222 120 C222 84 214 60 222 44 C230 32 250 32 258 44 C266 60 258 84 258 120 C260 176 292 190 296 226 Z",
                                WOOD)
                        + circle(240, 58, 8, "#f9eeea")
                        + stroke("M232 92 C232 140 216 180 204 212", WOOD_DARK, 4, "")
                        + shine("M250 92 C250 140 262 174 272 204", 6));
    }

    private static String sealant() {
        return turned(
                        -38,
                        path("M226 150 L234 44 H246 L254 150 Z", "#f4ead6")
                                + path("M196 150 H284 V178 H196 Z", "#f4ead6")
                                + path("M176 178 H304 V424 H176 Z", "#27323c")
                                + path("M176 222 H304 V372 H176 Z", "#e8a33d")
                                + stroke("M196 258 H284 M196 286 H260 M196 314 H276", "#27323c", 9, "")
                                + stroke("M176 346 H304", "#27323c", 5, " stroke-dasharray=\"14 10\"")
                                + shade("M272 178 H304 V424 H272 Z")
                                + shine("M190 190 V412", 7)
                                + ellipse(240, 424, 64, 14, STEEL_DARK))
                + bar("M78 108 C100 96 120 120 144 112", 10, "#27323c");
    }
}
