package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.BRASS;
import static dev.tautline.store.picture.Shapes.BRASS_DARK;
import static dev.tautline.store.picture.Shapes.BRONZE;
import static dev.tautline.store.picture.Shapes.NAVY;
import static dev.tautline.store.picture.Shapes.RED;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.STEEL_DARK;
import static dev.tautline.store.picture.Shapes.WOOD;
import static dev.tautline.store.picture.Shapes.WOOD_DARK;
import static dev.tautline.store.picture.Shapes.YELLOW;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.braid;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.ellipse;
import static dev.tautline.store.picture.Shapes.flipped;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.rope;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;
import static dev.tautline.store.picture.Shapes.turned;

import java.util.Map;

/// What is bolted to the deck, and what one hopes never to need.
final class DeckDrawings {
    private DeckDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "self-tailing-winch", new Drawing(Tile.DECK, winch()),
                "winch-handle", new Drawing(Tile.DECK, handle()),
                "cylinder-fender", new Drawing(Tile.DECK, fender()),
                "horn-cleat", new Drawing(Tile.DECK, cleat()),
                "bilge-pump", new Drawing(Tile.DECK, pump()),
                "ships-bell", new Drawing(Tile.DECK, bell()),
                "life-jacket", new Drawing(Tile.DECK, lifeJacket()),
                "boat-hook", new Drawing(Tile.DECK, boatHook()));
    }

    private static String winch() {
        return path("M100 372 H380 L396 414 H84 Z", STEEL_DARK)
                + path("M150 190 C170 250 160 300 118 372 H362 C320 300 310 250 330 190 Z", BRONZE)
                + shade("M282 190 H330 C310 250 320 300 362 372 H306 C284 310 276 250 282 190 Z")
                + braid("M60 318 C140 352 300 352 344 312", 17, "#f6f3ea", NAVY)
                + braid("M146 282 C190 308 290 308 334 280", 17, "#f6f3ea", NAVY)
                + braid("M156 246 C200 268 290 268 330 236 C380 200 420 220 452 204", 17, "#f6f3ea", NAVY)
                + path("M124 150 C124 126 356 126 356 150 V178 C356 204 124 204 124 178 Z", STEEL)
                + ellipse(240, 148, 116, 30, STEEL_DARK)
                + ellipse(240, 142, 92, 23, BRONZE)
                + path("M196 124 C196 108 284 108 284 124 V142 C284 158 196 158 196 142 Z", STEEL)
                + ellipse(240, 122, 44, 12, STEEL)
                + path("M240 110 L252 118 L248 130 H232 L228 118 Z", "#14273a")
                + shine("M176 214 C186 256 178 300 150 350", 9);
    }

    private static String handle() {
        return turned(
                -24,
                path(
                                "M84 330 H330 C352 330 360 344 360 358 C360 374 350 386 330 386 H84 C52 386 36 376 36 358 C36 340 52 330 84 330 Z",
                                STEEL)
                        + shine("M84 346 H320", 7)
                        + circle(84, 358, 42, STEEL_DARK)
                        + path("M84 330 L98 346 L94 366 H74 L70 346 Z", "#14273a")
                        + box(318, 146, 44, 206, 12, STEEL_DARK)
                        + path("M296 92 C296 72 384 72 384 92 V264 C384 286 296 286 296 264 Z", "#2b3640")
                        + stroke(
                                "M300 118 H380 M300 146 H380 M300 174 H380 M300 202 H380 M300 230 H380",
                                "#52616d",
                                6,
                                "")
                        + ellipse(340, 90, 44, 14, RED)
                        + shine("M310 108 V256", 7));
    }

    private static String fender() {
        return rope("M240 88 C236 50 262 30 300 34", 15, "#f6f3ea", "#9aa7b0")
                + bar(RopeDrawings.ring(240, 96, 20), 12, NAVY)
                + path(
                        "M196 130 C200 112 280 112 284 130 C320 140 330 164 330 190 V330 C330 358 318 380 284 390 C280 408 200 408 196 390 C162 380 150 358 150 330 V190 C150 164 160 140 196 130 Z",
                        "#2c5f92")
                + shade("M284 130 C320 140 330 164 330 190 V330 C330 358 318 380 284 390 C300 330 300 190 284 130 Z")
                + stroke("M150 196 C190 216 290 216 330 196 M150 326 C190 346 290 346 330 326", "#16324d", 6, "")
                + path("M150 236 C190 256 290 256 330 236 V282 C290 302 190 302 150 282 Z", "#fbf6ea")
                + shine("M178 176 V230 M178 306 V344", 11)
                + bar(RopeDrawings.ring(240, 420, 15), 10, NAVY);
    }

    private static String cleat() {
        return path("M92 340 H388 C402 340 410 352 410 366 V384 H70 V366 C70 352 78 340 92 340 Z", WOOD)
                + stroke("M96 364 H200 M260 370 H380", WOOD_DARK, 4, "")
                + rope("M60 436 C120 420 130 320 196 300 C260 286 250 230 320 214", 20, "#f6f3ea", "#8ea2b0")
                + path(
                        "M48 190 C60 168 150 196 180 214 H300 C330 196 420 168 432 190 C438 214 380 246 312 258 L330 340 H270 L258 262 H222 L210 340 H150 L168 258 C100 246 42 214 48 190 Z",
                        BRONZE)
                + shade("M300 214 C330 196 420 168 432 190 C438 214 380 246 312 258 L330 340 H300 L286 240 Z")
                + rope("M150 214 C190 280 250 250 330 262 C380 270 400 300 424 296", 20, "#f6f3ea", "#8ea2b0")
                + shine("M74 196 C110 196 150 214 178 226", 8)
                + circle(180, 360, 9, STEEL)
                + circle(300, 360, 9, STEEL);
    }

    private static String pump() {
        return bar("M250 190 L340 60", 18, STEEL)
                + path("M318 40 C330 24 378 50 372 72 L360 92 L306 60 Z", RED)
                + bar("M70 330 H160", 34, "#37505f")
                + bar("M320 330 H412", 34, "#37505f")
                + stroke(
                        "M76 318 V342 M92 318 V342 M108 318 V342 M370 318 V342 M388 318 V342 M404 318 V342",
                        "#14273a",
                        5,
                        "")
                + path("M136 402 H344 L356 420 H124 Z", STEEL_DARK)
                + circle(240, 304, 108, "#e8edf0")
                + circle(240, 304, 82, "#37505f")
                + stroke("M240 240 V368 M176 304 H304 M196 260 L284 348 M284 260 L196 348", "#5b7786", 6, "")
                + circle(240, 304, 30, YELLOW)
                + circle(240, 304, 11, "#14273a")
                + path("M216 190 H264 L272 222 H208 Z", STEEL_DARK)
                + screws()
                + shine("M158 262 C168 238 186 222 204 214", 8);
    }

    private static String screws() {
        var heads = new StringBuilder();
        for (var screw = 0; screw < 8; screw++) {
            var angle = Math.PI * (screw + 0.5) / 4;
            heads.append(circle(240 + 95 * Math.cos(angle), 304 + 95 * Math.sin(angle), 6, STEEL_DARK));
        }
        return heads.toString();
    }

    private static String bell() {
        return path("M60 66 H96 V210 H60 Z", BRASS_DARK)
                + bar("M92 96 C140 66 200 66 240 92", 15, BRASS_DARK)
                + bar(RopeDrawings.ring(240, 106, 16), 9, BRASS)
                + path(
                        "M204 142 C204 116 276 116 276 142 C336 160 332 270 356 318 C370 338 386 344 386 360 H94 C94 344 110 338 124 318 C148 270 144 160 204 142 Z",
                        BRASS)
                + shade("M276 142 C336 160 332 270 356 318 C370 338 386 344 386 360 H300 C316 290 306 200 276 142 Z")
                + stroke("M140 292 C200 312 280 312 340 292 M154 250 C204 266 276 266 326 250", BRASS_DARK, 5, "")
                + ellipse(240, 362, 146, 19, BRASS_DARK)
                + circle(240, 382, 21, "#7c5314")
                + rope("M240 404 C238 420 244 430 240 446", 11, "#f6f3ea", "#9aa7b0")
                + shine("M176 300 C190 250 180 200 206 164", 11);
    }

    private static String lifeJacket() {
        var half = path(
                        "M232 414 C186 422 128 410 122 386 C112 330 116 270 130 220 C142 164 168 92 214 74 L236 108 C216 138 212 170 218 214 C224 280 230 340 232 414 Z",
                        RED)
                + stroke("M140 300 C166 308 196 308 222 302", "#fbf6ea", 15, " stroke-linecap=\"butt\"")
                + stroke("M146 194 C166 204 190 204 208 200", "#e9eef0", 12, " stroke-linecap=\"butt\"")
                + shine("M150 244 C144 270 142 280 142 286", 8);
        return path("M196 84 C206 46 274 46 284 84 L262 112 C254 96 226 96 218 112 Z", "#9c2f14")
                + half
                + flipped(half)
                + stroke("M120 356 C200 378 280 378 360 356", "#14273a", 22, "")
                + box(206, 348, 68, 44, 8, STEEL)
                + box(226, 358, 28, 24, 4, "#14273a")
                + circle(318, 250, 15, YELLOW)
                + stroke("M318 266 V294", YELLOW, 8, "")
                + path("M310 294 L318 318 L326 294 Z", YELLOW);
    }

    private static String boatHook() {
        return turned(
                40,
                path("M226 148 H254 V300 H226 Z", WOOD)
                        + stroke("M234 158 V290", WOOD_DARK, 4, "")
                        + path("M222 290 H258 V440 H222 Z", "#cfd8dd")
                        + shine("M231 304 V428", 6)
                        + box(216, 280, 48, 30, 8, NAVY)
                        + path("M216 424 H264 V462 C264 474 216 474 216 462 Z", "#2b3640")
                        + path("M222 150 H258 L252 112 H228 Z", BRASS_DARK)
                        + path(
                                "M226 116 C224 80 230 40 240 14 C250 40 254 60 254 78 C290 82 312 60 306 20 C338 66 322 120 254 118 Z",
                                BRASS)
                        + shine("M236 104 C234 80 236 62 240 46", 5)
                        + circle(240, 98, 7, "#14273a"));
    }
}
