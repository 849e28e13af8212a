package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.BRASS;
import static dev.tautline.store.picture.Shapes.BRONZE;
import static dev.tautline.store.picture.Shapes.NAVY;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.STEEL_DARK;
import static dev.tautline.store.picture.Shapes.WOOD;
import static dev.tautline.store.picture.Shapes.WOOD_DARK;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.rope;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;
import static dev.tautline.store.picture.Shapes.turned;

import java.util.Map;

/// Blocks, shackles and what tightens them.
final class RiggingDrawings {
    private RiggingDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "ash-block", new Drawing(Tile.STEEL, ashBlock()),
                "double-block", new Drawing(Tile.STEEL, doubleBlock()),
                "bow-shackle", new Drawing(Tile.STEEL, bowShackle()),
                "snap-shackle", new Drawing(Tile.STEEL, snapShackle()),
                "rigging-screw", new Drawing(Tile.STEEL, riggingScrew()),
                "rigging-knife", new Drawing(Tile.STEEL, riggingKnife()));
    }

    private static String ashBlock() {
        return rope("M226 380 C190 420 150 416 118 432", 20, "#e8cf95", "#a98545")
                + rope("M318 250 C340 330 344 380 362 436", 20, "#e8cf95", "#a98545")
                + rope("M240 128 C120 120 108 380 240 392 C372 380 360 120 240 128", 16, "#d8b46a", "#94702f")
                + bar(RopeDrawings.ring(240, 96, 34), 16, STEEL)
                + path("M240 134 C336 134 352 376 240 384 C128 376 144 134 240 134 Z", WOOD)
                + path("M222 150 C200 200 200 316 222 368 H258 C280 316 280 200 258 150 Z", "#3a2a1a")
                + path("M226 200 C214 230 214 290 226 318 H254 C266 290 266 230 254 200 Z", BRONZE)
                + stroke(
                        "M172 210 C160 250 160 280 172 314 M306 206 C320 250 320 280 306 318 M190 172 C184 186 180 196 178 206",
                        WOOD_DARK,
                        4,
                        "")
                + circle(184, 260, 15, BRASS)
                + circle(296, 260, 15, BRASS);
    }

    private static String doubleBlock() {
        return bar("M212 92 C212 40 268 40 268 92", 16, STEEL)
                + box(214, 88, 52, 36, 8, STEEL_DARK)
                + rope("M118 440 C132 380 130 330 150 286", 18, "#f6f3ea", NAVY)
                + rope("M362 440 C350 380 352 330 330 286", 18, "#f6f3ea", NAVY)
                + path(
                        "M240 112 C300 112 372 180 372 274 C372 352 310 396 240 396 C170 396 108 352 108 274 C108 180 180 112 240 112 Z",
                        "#2b3640")
                + sheave(240, 268, 104)
                + path("M216 112 H264 L276 268 L250 392 H230 L204 268 Z", STEEL)
                + circle(240, 268, 26, STEEL_DARK)
                + circle(240, 268, 9, "#14273a")
                + shine("M226 130 L218 240", 7);
    }

    private static String sheave(int x, int y, int radius) {
        var balls = new StringBuilder(circle(x, y, radius, "#e9eef0")).append(circle(x, y, radius - 34, "#4a5864"));
        for (var ball = 0; ball < 14; ball++) {
            var angle = 2 * Math.PI * ball / 14;
            balls.append(circle(x + (radius - 17) * Math.cos(angle), y + (radius - 17) * Math.sin(angle), 10, BRASS));
        }
        return balls.toString();
    }

    private static String bowShackle() {
        return turned(
                -12,
                bar(
                                "M176 356 C176 300 112 270 112 196 C112 120 168 72 240 72 C312 72 368 120 368 196 C368 270 304 300 304 356",
                                42,
                                STEEL)
                        + shine("M132 196 C132 136 180 92 240 90", 8)
                        + circle(176, 356, 38, STEEL)
                        + circle(304, 356, 38, STEEL)
                        + box(120, 336, 250, 40, 12, STEEL_DARK)
                        + shine("M138 348 H330", 5)
                        + circle(398, 356, 34, STEEL)
                        + circle(398, 356, 13, "#e9eff1"));
    }

    private static String snapShackle() {
        return turned(
                10,
                bar(RopeDrawings.ring(240, 92, 38), 20, STEEL)
                        + box(212, 128, 56, 44, 10, STEEL_DARK)
                        + stroke("M214 142 H266 M214 156 H266", Drawing.INK, 4, "")
                        + bar("M206 196 C148 230 140 330 182 384 C226 424 300 412 318 352", 34, STEEL)
                        + bar("M282 204 C318 236 334 290 322 348", 30, "#dfe6ea")
                        + path("M188 168 H292 L304 222 H176 Z", STEEL)
                        + circle(318, 352, 20, STEEL_DARK)
                        + shine("M158 270 C156 316 172 356 200 376", 7)
                        + circle(292, 198, 13, BRASS)
                        + bar(RopeDrawings.ring(358, 216, 30), 7, BRASS)
                        + stroke("M388 226 C414 250 410 300 424 330", "#c9401e", 9, ""));
    }

    private static String riggingScrew() {
        return turned(
                24,
                thread(92, 186)
                        + thread(294, 388)
                        + fork(40, 1)
                        + fork(440, -1)
                        + path("M206 150 H274 L282 190 V290 L274 330 H206 L198 290 V190 Z", BRONZE)
                        + path("M224 186 H256 V294 H224 Z", "#e9eff1")
                        + stroke("M240 188 V226 M240 254 V292", STEEL_DARK, 16, " stroke-linecap=\"butt\"")
                        + shine("M210 196 V286", 6));
    }

    private static String thread(int from, int to) {
        var turns = new StringBuilder(box(226, from, 28, to - from, 4, STEEL));
        for (var y = from + 9; y < to - 3; y += 9) {
            turns.append(stroke("M228 %d L252 %d".formatted(y + 3, y - 3), STEEL_DARK, 4, ""));
        }
        return turns.toString();
    }

    private static String fork(int y, int direction) {
        return bar(
                        "M214 %d V%d C214 %d 266 %d 266 %d V%d"
                                .formatted(
                                        y,
                                        y + 30 * direction,
                                        y + 66 * direction,
                                        y + 66 * direction,
                                        y + 30 * direction,
                                        y),
                        16,
                        STEEL)
                + box(192, y - 9, 96, 18, 8, STEEL_DARK);
    }

    private static String riggingKnife() {
        return turned(
                -28,
                path("M250 214 L66 196 C48 196 44 214 56 228 C100 246 180 256 250 258 Z", STEEL)
                        + stroke("M72 226 C120 240 190 248 248 248", "#ffffff", 6, " opacity=\"0.7\"")
                        + path("M402 230 C438 204 448 160 444 112 C434 160 416 190 378 212 Z", STEEL)
                        + path(
                                "M236 204 C300 190 380 190 420 212 C438 224 438 254 420 266 C380 286 300 284 236 266 C226 250 226 222 236 204 Z",
                                "#6b4226")
                        + path(
                                "M236 204 C252 200 262 199 274 198 V274 C262 273 250 270 236 266 C226 250 226 222 236 204 Z",
                                BRASS)
                        + path(
                                "M396 202 C406 205 414 208 420 212 C438 224 438 254 420 266 C414 270 406 273 396 276 Z",
                                BRASS)
                        + circle(308, 238, 6, BRASS)
                        + circle(364, 238, 6, BRASS)
                        + circle(418, 239, 8, "#e9eff1")
                        + bar("M426 252 C452 286 414 316 440 352", 6, "#f6f3ea"));
    }
}
