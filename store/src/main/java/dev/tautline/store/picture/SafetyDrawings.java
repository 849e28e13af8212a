package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More for the deck: what saves people, and what keeps it in order.
final class SafetyDrawings {
    private SafetyDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.DECK, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "ring-lifebuoy",
                        stroke(RopeDrawings.ring(240, 244, 128), Drawing.INK, 92, "")
                                + stroke(RopeDrawings.ring(240, 244, 128), "#fdf6e8", 80, "")
                                + stroke(
                                        "M240 76 V156 M240 332 V412 M72 244 H152 M328 244 H408",
                                        RED,
                                        74,
                                        " stroke-linecap=\"butt\"")
                                + stroke(
                                        "M120 120 C60 180 60 300 120 370 M360 120 C420 180 420 300 360 370",
                                        "#b79a63",
                                        8,
                                        "")),
                entry(
                        "horseshoe-buoy",
                        stroke("M130 400 V220 C130 60 350 60 350 220 V400", Drawing.INK, 104, "")
                                + stroke("M130 400 V220 C130 60 350 60 350 220 V400", YELLOW, 92, "")
                                + stroke("M86 300 H174 M306 300 H394", "#f4f7f9", 26, " stroke-linecap=\"butt\"")
                                + word("MOB", 120, 44, "#14273a")),
                entry(
                        "tether",
                        stroke(
                                        "M110 110 C200 60 330 130 300 220 C270 310 110 260 130 350 C150 420 300 420 380 380",
                                        Drawing.INK,
                                        34,
                                        "")
                                + stroke(
                                        "M110 110 C200 60 330 130 300 220 C270 310 110 260 130 350 C150 420 300 420 380 380",
                                        "#e4572e",
                                        24,
                                        "")
                                + stroke(
                                        "M110 110 C200 60 330 130 300 220 C270 310 110 260 130 350 C150 420 300 420 380 380",
                                        "#f9d9b8",
                                        5,
                                        " stroke-dasharray=\"12 10\"")
                                + bar("M110 110 C60 90 40 150 80 170", 16, STEEL)
                                + bar("M380 380 C430 370 440 310 400 310", 16, STEEL)),
                entry(
                        "jackstay",
                        circle(210, 250, 130, "#e8a33d")
                                + circle(210, 250, 96, "#f2c46d")
                                + circle(210, 250, 62, "#e8a33d")
                                + circle(210, 250, 28, "#f2c46d")
                                + path("M300 340 L430 400 L418 432 L286 372 Z", "#e8a33d")
                                + bar("M420 416 C450 390 440 350 410 360", 12, STEEL)),
                entry(
                        "fire-extinguisher",
                        path("M170 170 C170 120 310 120 310 170 V400 C310 430 170 430 170 400 Z", RED)
                                + box(216, 86, 48, 50, 8, "#26313c")
                                + path("M220 90 L330 60 L334 84 L260 112 Z", "#26313c")
                                + stroke("M216 110 C120 130 110 230 130 320", Drawing.INK, 14, "")
                                + box(190, 220, 100, 110, 6, "#f4ede0")
                                + path(
                                        "M240 236 C262 262 270 276 266 296 C262 314 218 314 214 296 C210 276 230 262 240 236 Z",
                                        "#e8772e")
                                + circle(240, 160, 14, "#f4f7f9")
                                + shine("M188 190 V390", 8)),
                entry(
                        "flare-kit",
                        path("M130 130 C130 96 350 96 350 130 V400 C350 430 130 430 130 400 Z", "#e8772e")
                                + ellipse(240, 128, 110, 30, "#26313c")
                                + box(160, 200, 160, 150, 8, "#f4ede0")
                                + bar("M200 330 V230", 22, RED)
                                + bar("M240 330 V230", 22, RED)
                                + bar("M280 330 V230", 22, "#e8a33d")),
                entry(
                        "fog-horn",
                        path("M90 220 H270 L410 130 V350 L270 260 H90 Z", BRASS)
                                + ellipse(410, 240, 24, 110, BRASS_DARK)
                                + box(60, 212, 40, 56, 10, BRASS_DARK)
                                + bar("M170 262 V340", 14, BRASS_DARK)
                                + shine("M110 234 H264 L380 168", 7)),
                entry(
                        "boarding-ladder",
                        bar("M160 60 V430", 20, STEEL)
                                + bar("M320 60 V430", 20, STEEL)
                                + bar("M160 60 C170 30 310 30 320 60", 14, STEEL)
                                + box(140, 130, 200, 34, 8, WOOD)
                                + box(140, 210, 200, 34, 8, WOOD)
                                + box(140, 290, 200, 34, 8, WOOD)
                                + box(140, 370, 200, 34, 8, WOOD)),
                entry(
                        "ball-fender",
                        rope("M240 110 C230 80 260 60 250 30", 14, "#f1efe8", "#9aa5ad")
                                + path("M216 104 H264 V140 H216 Z", "#26313c")
                                + circle(240, 270, 146, "#e8772e")
                                + shade("M310 150 C400 220 400 330 310 392 C350 330 350 220 310 150 Z")
                                + shine("M136 220 C152 180 182 156 214 150", 10)),
                entry(
                        "fender-step",
                        path("M110 170 H370 L390 300 V400 C390 420 90 420 90 400 V300 Z", "#f4f7f9")
                                + path("M110 170 H370 L380 220 H100 Z", NAVY)
                                + path("M90 300 H390 V340 H90 Z", NAVY)
                                + stroke("M130 190 H350 M120 320 H360", "#8cc6ee", 5, " stroke-dasharray=\"16 12\"")
                                + rope("M130 170 C120 100 130 60 120 30", 12, "#f1efe8", "#9aa5ad")
                                + rope("M350 170 C360 100 350 60 360 30", 12, "#f1efe8", "#9aa5ad")),
                entry(
                        "deck-brush",
                        turned(
                                20,
                                bar("M240 40 V300", 20, WOOD)
                                        + path("M110 300 H370 L360 350 H120 Z", WOOD_DARK)
                                        + path("M120 350 H360 L376 420 H104 Z", "#e6cf9c")
                                        + stroke(
                                                "M140 356 L130 414 M180 356 L174 416 M220 356 V418 M260 356 V418 M300 356 L306 416 M340 356 L350 414",
                                                "#b79a63",
                                                5,
                                                ""))),
                entry(
                        "canvas-bucket",
                        path("M110 180 H370 L330 410 H150 Z", "#dccfae")
                                + rope(
                                        "M112 180 C180 206 300 206 368 180 C300 154 180 154 112 180",
                                        14,
                                        "#dcb873",
                                        "#9a7434")
                                + rope("M120 176 C130 60 350 60 360 176", 12, "#dcb873", "#9a7434")
                                + stroke("M130 270 C200 290 280 290 350 270", "#a58f5d", 6, "")),
                entry(
                        "ensign",
                        bar("M120 430 L210 70", 16, WOOD)
                                + circle(214, 62, 16, BRASS)
                                + path("M210 96 C280 70 340 130 430 100 L400 250 C320 280 260 220 174 246 Z", RED)
                                + path("M210 96 C240 86 270 92 300 104 L282 178 C250 166 222 166 192 174 Z", NAVY)
                                + circle(244, 134, 16, "#f4ede0")),
                entry(
                        "hatch-vent",
                        box(90, 330, 300, 80, 14, WOOD)
                                + path(
                                        "M200 330 V220 C200 120 380 90 400 160 L384 262 C340 250 290 260 290 330 Z",
                                        STEEL)
                                + ellipse(392, 210, 34, 58, RED)
                                + shine("M220 320 V226 C224 180 260 150 300 140", 8)));
    }
}
