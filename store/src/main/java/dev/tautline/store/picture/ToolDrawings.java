package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// What lies on the bench and in the ditty bag.
final class ToolDrawings {
    private ToolDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.BENCH, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "sail-needles",
                        bar("M110 400 L170 90", 8, STEEL)
                                + bar("M180 400 L220 100", 8, STEEL)
                                + bar("M250 400 L270 110", 8, STEEL)
                                + bar("M320 400 V120", 8, STEEL)
                                + bar("M390 400 L370 130", 8, STEEL)
                                + path("M90 380 H420 V432 H90 Z", "#c79a63")
                                + circle(170, 106, 4, Drawing.INK)
                                + circle(220, 116, 4, Drawing.INK)),
                entry(
                        "sailmakers-palm",
                        path(
                                        "M100 200 C140 110 300 90 360 160 C420 230 380 330 300 340 C260 350 250 400 200 400 C130 400 70 290 100 200 Z",
                                        "#a8713f")
                                + path(
                                        "M170 230 C200 180 290 180 300 230 C310 290 220 330 180 290 C160 270 160 250 170 230 Z",
                                        "#dcdcd2")
                                + circle(330, 220, 40, STEEL)
                                + stroke("M310 206 L350 236 M330 190 V250 M306 226 H354", STEEL_DARK, 4, "")
                                + stroke(
                                        "M120 220 C160 140 290 120 346 176",
                                        "#f3e6c8",
                                        5,
                                        " stroke-dasharray=\"10 9\"")),
                entry(
                        "sail-tape",
                        tapeRoll("#f4f7f9", "#c79a63") + stroke("M120 220 C150 150 200 120 260 116", "#c9d3d9", 6, "")),
                entry(
                        "grommet-kit",
                        kit(
                                "#2d5f8a",
                                "#e8edf0",
                                stroke(RopeDrawings.ring(150, 290, 24), BRASS, 14, "")
                                        + stroke(RopeDrawings.ring(220, 320, 24), BRASS, 14, "")
                                        + stroke(RopeDrawings.ring(220, 258, 24), BRASS, 14, "")
                                        + bar("M300 250 V350", 30, STEEL)
                                        + box(330, 260, 40, 100, 6, IRON))),
                entry(
                        "marlinspike",
                        turned(
                                        30,
                                        path("M222 60 C222 46 258 46 258 60 L250 400 C248 430 232 430 230 400 Z", STEEL)
                                                + circle(240, 70, 7, Drawing.INK)
                                                + shine("M236 100 V380", 5))
                                + rope("M350 90 C420 120 400 200 430 240", 10, "#efe5cc", "#a58f5d")),
                entry(
                        "wooden-fid",
                        turned(
                                -30,
                                path(
                                                "M200 70 C200 50 280 50 280 70 C276 200 260 340 240 430 C220 340 204 200 200 70 Z",
                                                WOOD)
                                        + stroke("M226 80 C228 200 236 320 240 400", WOOD_DARK, 5, "")
                                        + shine("M256 90 C254 180 250 260 246 320", 6))),
                entry(
                        "bosuns-chair",
                        stroke("M150 250 L240 70 L330 250", Drawing.INK, 12, "")
                                + path(
                                        "M110 230 C130 200 150 230 150 250 V330 H330 V250 C330 230 350 200 370 230 L390 380 C380 420 100 420 90 380 Z",
                                        "#2d6f5c")
                                + box(130, 320, 220, 40, 8, WOOD)
                                + box(90, 280, 50, 80, 8, "#1f5243")
                                + box(340, 280, 50, 80, 8, "#1f5243")
                                + circle(240, 74, 24, STEEL)
                                + circle(240, 74, 9, "#ececE5")),
                entry(
                        "ditty-bag",
                        bag("#e6dcc0", "#b79a63", 116)
                                + box(150, 270, 70, 110, 8, "#dccfae")
                                + box(250, 270, 70, 110, 8, "#dccfae")
                                + bar("M186 290 V220", 8, STEEL)
                                + bar("M284 290 V210", 10, WOOD)),
                entry(
                        "socket-set",
                        kit(
                                "#26313c",
                                "#59636c",
                                circle(140, 270, 22, STEEL)
                                        + circle(200, 270, 26, STEEL)
                                        + circle(268, 270, 30, STEEL)
                                        + circle(344, 272, 34, STEEL)
                                        + bar("M130 350 H330", 20, STEEL)
                                        + circle(344, 350, 24, STEEL_DARK))),
                entry(
                        "adjustable-spanner",
                        turned(
                                40,
                                path("M214 180 H266 V420 C266 436 214 436 214 420 Z", STEEL)
                                        + path(
                                                "M180 60 L170 150 C170 190 310 190 310 150 L300 100 H260 V140 H220 V60 Z",
                                                STEEL)
                                        + path("M262 50 H310 L316 110 H262 Z", STEEL_DARK)
                                        + circle(240, 160, 14, IRON)
                                        + circle(240, 410, 9, "#dcdcd2"))),
                entry(
                        "screwdriver-set",
                        moved(-110, 0, grip(WOOD, 230, 420) + bar("M240 220 V80", 12, STEEL))
                                + moved(0, 0, grip(WOOD_DARK, 230, 420) + bar("M240 220 V60", 16, STEEL))
                                + moved(110, 0, grip(WOOD, 230, 420) + bar("M240 220 V110", 9, STEEL))),
                entry(
                        "caulking-mallet",
                        turned(
                                -25,
                                bar("M240 200 V430", 24, WOOD_DARK)
                                        + box(90, 120, 300, 100, 16, WOOD)
                                        + box(110, 112, 26, 116, 4, IRON)
                                        + box(344, 112, 26, 116, 4, IRON)
                                        + stroke("M180 170 H220 M260 170 H300", Drawing.INK, 10, ""))),
                entry(
                        "caulking-iron",
                        turned(
                                20,
                                path("M226 90 H254 V230 L330 400 H150 L226 230 Z", IRON)
                                        + path("M206 60 H274 V96 H206 Z", STEEL_DARK)
                                        + stroke("M150 400 H330", STEEL, 10, ""))),
                entry(
                        "oakum",
                        path(
                                        "M110 300 C60 220 130 140 200 170 C220 100 340 110 340 190 C420 200 420 320 350 340 C330 410 200 420 180 370 C130 380 100 350 110 300 Z",
                                        "#6b4a2a")
                                + stroke(
                                        "M150 240 C200 200 260 260 320 220 M140 290 C210 250 260 320 350 280 M180 340 C230 310 280 360 330 320 M210 190 C240 170 280 190 310 180",
                                        "#a8804d",
                                        6,
                                        "")),
                entry(
                        "tap-and-plug",
                        path("M80 180 H180 L160 400 H100 Z", WOOD)
                                + path("M200 130 H310 L284 400 H226 Z", "#c79a63")
                                + path("M330 220 H410 L394 400 H346 Z", WOOD)
                                + ellipse(130, 180, 50, 14, WOOD_DARK)
                                + ellipse(255, 130, 55, 16, WOOD_DARK)
                                + ellipse(370, 220, 40, 12, WOOD_DARK)),
                entry(
                        "hose-clamps",
                        stroke(RopeDrawings.ring(180, 270, 110), Drawing.INK, 42, "")
                                + stroke(RopeDrawings.ring(180, 270, 110), STEEL, 30, "")
                                + box(136, 130, 90, 56, 8, STEEL_DARK)
                                + box(216, 142, 50, 32, 6, IRON)
                                + stroke(RopeDrawings.ring(370, 320, 58), Drawing.INK, 32, "")
                                + stroke(RopeDrawings.ring(370, 320, 58), STEEL, 20, "")
                                + box(344, 236, 56, 40, 6, STEEL_DARK)),
                entry(
                        "grease",
                        turned(
                                -20,
                                path("M170 120 H310 L290 400 H190 Z", "#f4f7f9")
                                        + box(180, 390, 120, 44, 8, "#2d5f8a")
                                        + path("M170 120 L180 80 H300 L310 120 Z", "#c9d3d9")
                                        + box(186, 180, 108, 120, 6, "#2d5f8a")
                                        + circle(240, 240, 34, "#f4f7f9"))),
                entry(
                        "hand-drill",
                        bar("M240 60 V120", 34, WOOD)
                                + circle(270, 210, 84, IRON)
                                + circle(270, 210, 52, "#dcdcd2")
                                + circle(270, 210, 18, STEEL)
                                + bar("M230 120 V330", 18, STEEL)
                                + bar("M330 150 L400 110", 12, STEEL)
                                + circle(410, 104, 22, WOOD)
                                + path("M210 320 H252 L244 370 H218 Z", STEEL_DARK)
                                + bar("M231 370 V440", 8, STEEL)),
                entry(
                        "folding-rule",
                        bar("M70 380 L240 120", 34, "#e8c46a")
                                + bar("M240 120 L300 400", 34, "#e8c46a")
                                + bar("M300 400 L420 170", 34, "#e8c46a")
                                + circle(240, 120, 13, BRASS_DARK)
                                + circle(300, 396, 13, BRASS_DARK)
                                + stroke(
                                        "M100 350 L112 358 M130 302 L142 310 M160 256 L172 264 M190 210 L202 218 M254 190 L268 186 M266 250 L280 246 M280 310 L294 306",
                                        Drawing.INK,
                                        4,
                                        "")),
                entry(
                        "dock-saw",
                        turned(
                                -30,
                                path("M60 200 H330 L336 280 H60 Z", STEEL)
                                        + stroke(
                                                "M64 284 L76 296 L88 284 L100 296 L112 284 L124 296 L136 284 L148 296 L160 284 L172 296 L184 284 L196 296 L208 284 L220 296 L232 284 L244 296 L256 284 L268 296 L280 284 L292 296 L304 284 L316 296 L328 284",
                                                Drawing.INK,
                                                4,
                                                "")
                                        + path("M330 196 H450 C470 196 470 250 450 250 H336 Z", WOOD))),
                entry(
                        "multimeter",
                        box(140, 60, 200, 340, 24, YELLOW)
                                + box(160, 84, 160, 90, 8, "#26313c")
                                + word("12.6", 148, 52, "#b6f2c8")
                                + circle(240, 260, 60, "#26313c")
                                + stroke("M240 260 L276 226", YELLOW, 9, "")
                                + circle(190, 360, 12, RED)
                                + circle(290, 360, 12, "#14273a")
                                + stroke("M190 366 C180 450 80 440 70 360", RED, 8, "")
                                + stroke("M290 366 C300 450 400 440 410 360", Drawing.INK, 8, "")));
    }
}
