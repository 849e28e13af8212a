package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.NAVY;
import static dev.tautline.store.picture.Shapes.RED;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.YELLOW;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.flipped;
import static dev.tautline.store.picture.Shapes.moved;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;
import static dev.tautline.store.picture.Shapes.turned;

import java.util.Map;

/// Clothing against weather.
final class ClothingDrawings {
    private static final String YELLOW_DARK = "#c98a12";
    private static final String SILVER = "#e9eef0";

    private ClothingDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "oilskin-jacket", new Drawing(Tile.RAIN, jacket()),
                "bib-trousers", new Drawing(Tile.RAIN, trousers()),
                "sea-boots", new Drawing(Tile.RAIN, boots()),
                "souwester", new Drawing(Tile.RAIN, souwester()),
                "fishermans-jumper", new Drawing(Tile.RAIN, jumper()),
                "sailing-gloves", new Drawing(Tile.RAIN, gloves()));
    }

    private static String jacket() {
        var sleeve = path("M166 128 C120 136 100 168 92 214 L60 360 C84 378 108 382 126 376 L160 240 Z", YELLOW)
                + path("M60 356 C84 376 108 380 128 374 L122 400 C98 404 72 396 54 380 Z", NAVY)
                + stroke("M96 196 L150 212", SILVER, 14, "");
        return sleeve
                + flipped(sleeve)
                + path(
                        "M166 128 L198 104 H282 L314 128 C338 200 340 330 336 418 H144 C140 330 142 200 166 128 Z",
                        YELLOW)
                + shade("M290 124 L314 128 C338 200 340 330 336 418 H286 C296 320 296 210 290 124 Z")
                + path("M176 128 C160 60 200 40 240 40 C280 40 320 60 304 128 C284 150 196 150 176 128 Z", YELLOW_DARK)
                + path("M196 118 C186 78 210 64 240 64 C270 64 294 78 284 118 C266 134 214 134 196 118 Z", "#14273a")
                + path("M182 118 C214 146 266 146 298 118 L306 150 C270 176 210 176 174 150 Z", NAVY)
                + stroke("M240 166 V416", Drawing.INK, 6, "")
                + stroke("M256 172 V412", YELLOW_DARK, 5, " stroke-dasharray=\"2 14\"")
                + path("M160 292 H220 V352 C200 362 178 362 160 352 Z", YELLOW_DARK)
                + path("M320 292 H260 V352 C280 362 302 362 320 352 Z", YELLOW_DARK)
                + stroke("M152 208 L204 216 M328 208 L276 216", SILVER, 14, "")
                + shine("M168 190 C160 230 158 260 158 280", 7);
    }

    private static String trousers() {
        return stroke("M180 150 C172 90 208 64 236 52 M300 150 C308 90 272 64 244 52", NAVY, 17, "")
                + path("M166 150 H314 L326 214 L346 416 H258 L240 262 L222 416 H134 L154 214 Z", RED)
                + shade("M286 150 H314 L326 214 L346 416 H300 Z")
                + path("M176 106 H304 L318 206 H162 Z", RED)
                + stroke("M240 110 V236", Drawing.INK, 6, "")
                + box(192, 132, 34, 30, 5, "#9c2f14")
                + box(254, 132, 34, 30, 5, "#9c2f14")
                + path("M146 292 L212 296 L206 362 L140 358 Z", "#9c2f14")
                + path("M334 292 L268 296 L274 362 L340 358 Z", "#9c2f14")
                + stroke("M136 396 H222 M258 396 H344", SILVER, 13, " stroke-linecap=\"butt\"")
                + circle(186, 108, 11, STEEL)
                + circle(294, 108, 11, STEEL)
                + stroke("M158 212 H322", NAVY, 11, " stroke-linecap=\"butt\"")
                + shine("M168 232 L156 280", 7);
    }

    private static String boots() {
        var boot = path(
                        "M140 74 H256 C252 150 250 210 258 262 C296 282 352 290 360 330 C364 352 362 372 358 386 H132 C128 340 138 250 140 74 Z",
                        NAVY)
                + shade(
                        "M224 74 H256 C252 150 250 210 258 262 C296 282 352 290 360 330 L310 336 C280 300 226 300 222 250 Z")
                + path(
                        "M124 380 H366 C370 398 366 410 360 416 H330 L322 408 H214 L206 416 H130 C122 408 120 394 124 380 Z",
                        "#f4ead6")
                + path("M134 70 H262 V112 H134 Z", YELLOW)
                + stroke("M150 140 V330", "#ffffff", 8, " opacity=\"0.4\"")
                + stroke("M262 300 C290 312 320 318 340 338", "#ffffff", 6, " opacity=\"0.45\"");
        return moved(58, -16, boot) + moved(-54, 14, boot);
    }

    private static String souwester() {
        return stroke("M168 316 C176 372 210 400 236 408 M312 300 C316 350 290 392 252 408", NAVY, 8, "")
                + path(
                        "M120 262 C40 300 28 360 60 392 C110 400 140 340 220 326 C300 318 360 330 412 300 C440 276 420 250 372 238 Z",
                        YELLOW_DARK)
                + path("M122 280 C110 150 170 80 254 80 C336 80 388 150 378 250 C320 300 190 320 122 280 Z", YELLOW)
                + stroke(
                        "M254 80 C236 150 234 230 240 300 M254 80 C306 130 326 200 326 278 M254 80 C190 130 168 200 168 294",
                        YELLOW_DARK,
                        5,
                        "")
                + path(
                        "M120 262 C190 312 320 296 378 236 L412 262 C432 282 424 296 412 300 C360 326 300 318 220 326 C176 332 150 350 122 368 C96 340 100 296 120 262 Z",
                        YELLOW)
                + stroke("M112 320 C180 290 330 310 408 280", YELLOW_DARK, 4, " stroke-dasharray=\"12 9\"")
                + shine("M156 196 C164 150 190 118 220 104", 10)
                + circle(254, 82, 12, YELLOW_DARK);
    }

    private static String jumper() {
        var knit = new StringBuilder();
        for (var x = 190; x <= 290; x += 25) {
            for (var y = 150; y <= 236; y += 22) {
                knit.append(stroke("M%d %d l9 11 l9 -11".formatted(x - 9, y), "#7fa6c9", 4, ""));
            }
        }
        var sleeve = path("M172 112 C124 120 108 150 100 196 L62 356 L116 376 L166 232 Z", NAVY)
                + path("M66 344 L120 364 L110 396 L54 376 Z", "#16324d");
        return sleeve
                + flipped(sleeve)
                + path("M172 112 L204 98 H276 L308 112 C324 190 326 300 324 376 H156 C154 300 156 190 172 112 Z", NAVY)
                + shade("M290 106 L308 112 C324 190 326 300 324 376 H284 C296 290 298 200 290 106 Z")
                + knit
                + stroke("M166 250 H314 M166 264 H314", "#7fa6c9", 4, " stroke-dasharray=\"6 7\"")
                + path("M154 370 H326 V410 H154 Z", "#16324d")
                + stroke(
                        "M174 376 V404 M196 376 V404 M218 376 V404 M240 376 V404 M262 376 V404 M284 376 V404 M306 376 V404",
                        "#3f6f9c",
                        4,
                        "")
                + path("M200 100 C200 58 280 58 280 100 C266 124 214 124 200 100 Z", "#16324d")
                + path("M214 96 C214 78 266 78 266 96 C256 108 224 108 214 96 Z", "#0c1b2a");
    }

    private static String gloves() {
        var glove = path(
                        "M186 246 L176 130 C174 108 204 104 208 126 L214 190 L216 96 C216 74 248 74 248 96 L250 190 L262 106 C264 86 294 88 294 110 L288 206 L306 152 C312 134 338 142 334 162 L316 276 C312 330 306 352 298 372 H194 L186 340 C150 300 128 262 132 240 C142 226 160 236 186 270 Z",
                        "#9c6b3c")
                + path("M176 150 L174 130 C174 108 204 104 208 126 L210 148 Z", "#f0d9bd")
                + path("M216 118 V96 C216 74 248 74 248 96 V118 Z", "#f0d9bd")
                + path("M200 244 C232 226 274 228 300 246 L292 324 C262 338 226 338 200 326 Z", "#d8a468")
                + stroke(
                        "M210 258 C236 246 270 246 290 260 M208 282 C236 272 270 272 288 284",
                        "#9c6b3c",
                        4,
                        " stroke-dasharray=\"9 7\"")
                + path("M190 352 H304 L300 408 H196 Z", NAVY)
                + box(236, 362, 62, 34, 6, RED);
        return "<g transform=\"translate(-46 0)\">" + turned(-8, glove) + "</g>"
                + "<g transform=\"translate(60 44) scale(0.86)\">" + flipped(moved(-74, 0, glove)) + "</g>";
    }
}
