package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.BRASS;
import static dev.tautline.store.picture.Shapes.RED;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.WOOD;
import static dev.tautline.store.picture.Shapes.WOOD_DARK;
import static dev.tautline.store.picture.Shapes.YELLOW;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.braid;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.rope;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;

import java.util.Map;

/// What hangs on the rope shelf.
final class RopeDrawings {
    private RopeDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "manila-line", new Drawing(Tile.SAND, manilaLine()),
                "braided-halyard", new Drawing(Tile.SAND, braidedHalyard()),
                "mooring-line", new Drawing(Tile.SAND, mooringLine()),
                "floating-rescue-line", new Drawing(Tile.SAND, rescueLine()),
                "whipping-twine", new Drawing(Tile.SAND, twine()),
                "shock-cord", new Drawing(Tile.SAND, shockCord()));
    }

    private static String manilaLine() {
        var yarn = "#dcb873";
        var lay = "#9a7434";
        var coil = new StringBuilder(rope("M300 330 C350 360 372 388 392 406", 22, yarn, lay));
        for (var radius = 132; radius >= 72; radius -= 30) {
            coil.append(rope(ring(240, 236, radius), 22, yarn, lay));
        }
        for (var x = 214; x <= 266; x += 26) {
            coil.append(rope("M%d 96 V172".formatted(x), 18, yarn, lay));
        }
        return coil.toString();
    }

    private static String braidedHalyard() {
        var cover = "#f6f3ea";
        var hank = new StringBuilder();
        for (var x = 150; x <= 330; x += 36) {
            hank.append(braid(
                    "M240 196 C%d 60 %d 60 %d 130 L%d 330 C%d 424 %d 424 240 268".formatted(x - 10, x, x, x, x, x),
                    17,
                    cover,
                    RED));
        }
        for (var y = 204; y <= 264; y += 24) {
            hank.append(braid("M142 %d C200 %d 280 %d 338 %d".formatted(y, y + 12, y + 12, y), 17, cover, RED));
        }
        return hank.toString();
    }

    private static String mooringLine() {
        var yarn = "#3f6f9c";
        var lay = "#1d4266";
        return rope("M92 388 C150 424 330 424 388 388 C424 352 330 336 240 340 C150 336 56 352 92 388", 26, yarn, lay)
                + rope("M120 330 C180 302 300 302 360 330", 26, yarn, lay)
                + rope(
                        "M240 322 C236 280 226 262 214 240 C150 150 178 70 250 70 C322 70 344 150 276 240 C262 262 250 282 246 320",
                        24,
                        yarn,
                        lay)
                + bar("M186 140 C192 96 218 70 250 70 C282 70 306 96 312 138", 34, WOOD)
                + stroke(
                        "M190 138 C196 100 220 78 250 78 C280 78 300 100 306 134",
                        WOOD_DARK,
                        4,
                        " stroke-dasharray=\"10 9\"");
    }

    private static String rescueLine() {
        return rope(
                        "M300 160 C380 60 430 150 366 196 C316 232 420 262 402 330 C392 372 340 376 320 400",
                        16,
                        YELLOW,
                        "#a86f10")
                + path("M96 178 L286 142 L322 360 C270 398 180 408 128 392 Z", "#e4572e")
                + shade("M232 152 L286 142 L322 360 C300 376 276 386 250 392 Z")
                + path("M88 150 L280 112 L290 156 L98 196 Z", "#f4ede0")
                + stroke("M112 252 L300 216 M118 282 L306 246", "#f4ede0", 12, "")
                + path("M150 112 C160 84 204 76 222 98", "none");
    }

    private static String twine() {
        var turns = new StringBuilder();
        for (var y = 160; y <= 320; y += 13) {
            turns.append(stroke("M150 %d C200 %d 280 %d 330 %d".formatted(y, y + 12, y + 12, y - 4), "#b9a687", 5, ""));
        }
        return path("M148 140 H332 V340 C290 362 190 362 148 340 Z", "#f3ead6")
                + turns
                + shade("M276 140 H332 V340 C314 350 296 354 276 356 Z")
                + path("M124 104 C124 84 356 84 356 104 V136 C356 158 124 158 124 136 Z", WOOD)
                + "<ellipse cx=\"240\" cy=\"106\" rx=\"34\" ry=\"9\" fill=\"" + WOOD_DARK + "\"/>"
                + path("M124 344 C124 366 356 366 356 344 V376 C356 400 124 400 124 376 Z", WOOD)
                + bar("M330 300 C392 292 420 330 398 372 C388 394 400 410 416 404", 5, "#f3ead6")
                + bar("M428 250 L398 412", 6, STEEL);
    }

    private static String shockCord() {
        var cord = "#26313c";
        var loops = new StringBuilder();
        for (var offset = 0; offset <= 96; offset += 24) {
            loops.append(braid(
                    "M%d 120 C%d 60 %d 60 %d 120 V340 C%d 408 %d 408 %d 340 Z"
                            .formatted(
                                    120 + offset,
                                    120 + offset,
                                    264 + offset,
                                    264 + offset,
                                    264 + offset,
                                    120 + offset,
                                    120 + offset),
                    15,
                    cord,
                    YELLOW));
        }
        return loops
                + box(104, 204, 272, 54, 10, RED)
                + shine("M120 218 H356", 5)
                + bar("M392 300 C420 330 428 372 398 386 C376 394 366 374 378 362", 8, BRASS);
    }

    static String ring(int x, int y, int radius) {
        return "M%d %d A%d %d 0 1 1 %d %d A%d %d 0 1 1 %d %d"
                .formatted(x - radius, y, radius, radius, x + radius, y, radius, radius, x - radius, y);
    }
}
