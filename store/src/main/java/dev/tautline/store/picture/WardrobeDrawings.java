package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More of what sailors wear, and what they carry it in.
final class WardrobeDrawings {
    private WardrobeDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.RAIN, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "offshore-smock",
                        top(
                                RED,
                                "#26313c",
                                box(170, 280, 140, 80, 10, "#8f2f14") + stroke("M240 110 V200", "#26313c", 7, ""))),
                entry(
                        "light-jacket",
                        top(
                                NAVY,
                                "#f4ede0",
                                stroke("M240 104 V394", "#f4ede0", 6, "")
                                        + stroke("M180 300 L210 330 M300 300 L270 330", "#f4ede0", 5, ""))),
                entry(
                        "fleece",
                        top(
                                "#7d8a96",
                                "#4d5d6c",
                                stroke("M240 100 V240", "#26313c", 8, "") + box(268, 190, 46, 40, 6, "#4d5d6c"))),
                entry(
                        "thermal-shirt",
                        top(
                                "#5b3a52",
                                "#3c2437",
                                stroke("M160 150 V390 M200 120 V390 M280 120 V390 M320 150 V390", "#744d69", 4, ""))),
                entry(
                        "deck-shoes",
                        path(
                                        "M60 300 C60 250 120 240 160 250 C220 190 320 230 400 270 C440 290 440 340 420 350 H80 C60 350 60 330 60 300 Z",
                                        "#8a5a33")
                                + path("M60 340 H430 C440 370 420 380 400 380 H90 C60 380 56 360 60 340 Z", "#f4ede0")
                                + stroke("M160 250 C210 280 260 290 300 240", "#f3e6c8", 6, "")
                                + stroke("M200 236 L226 266 M236 222 L258 256", "#f3e6c8", 6, "")
                                + stroke(
                                        "M300 240 C350 250 400 280 418 310",
                                        "#5c3a1e",
                                        5,
                                        " stroke-dasharray=\"10 8\"")),
                entry(
                        "wool-socks",
                        path(
                                        "M130 70 H230 V260 C260 300 300 320 330 350 C350 380 320 420 280 410 C220 390 130 350 130 290 Z",
                                        "#8b9aa5")
                                + box(124, 64, 112, 50, 10, RED)
                                + path("M300 324 C350 350 350 410 290 412 C300 380 300 350 300 324 Z", RED)
                                + stroke("M150 130 H214 M150 160 H214 M150 190 H214 M150 220 H214", "#6d7c88", 6, "")),
                entry(
                        "watch-cap",
                        path("M110 300 C100 120 380 120 370 300 Z", NAVY)
                                + box(90, 290, 300, 90, 26, "#2d5f8a")
                                + stroke(
                                        "M130 300 V370 M170 300 V370 M210 300 V370 M250 300 V370 M290 300 V370 M330 300 V370",
                                        "#1d4266",
                                        6,
                                        "")
                                + stroke(
                                        "M180 180 C176 220 172 260 172 290 M240 166 V290 M300 180 C304 220 308 260 308 290",
                                        "#16344f",
                                        6,
                                        "")),
                entry(
                        "skipper-cap",
                        path("M100 250 C80 150 400 150 380 250 L370 310 H110 Z", "#1c2f45")
                                + path("M110 300 H370 V340 H110 Z", "#0f1f30")
                                + path(
                                        "M100 340 C180 320 300 320 380 340 C390 390 320 400 240 400 C160 400 90 390 100 340 Z",
                                        "#0b1722")
                                + stroke("M120 330 H360", BRASS, 9, "")
                                + circle(124, 330, 10, BRASS)
                                + circle(356, 330, 10, BRASS)),
                entry(
                        "sun-hat",
                        path("M150 270 C140 140 340 140 330 270 Z", "#dcc9a0")
                                + path("M40 310 C60 250 420 250 440 310 C420 360 60 360 40 310 Z", "#e8d9b5")
                                + path("M150 262 C200 290 280 290 330 262 V284 C280 310 200 310 150 284 Z", "#8a5a33")
                                + stroke(
                                        "M150 300 C160 400 240 440 240 440 C240 440 320 400 330 300",
                                        "#8a5a33",
                                        6,
                                        "")),
                entry(
                        "neoprene-gloves",
                        path(
                                        "M120 410 V250 L90 160 C84 130 120 124 130 150 L150 210 V100 C150 74 184 74 186 100 V80 C188 54 222 54 224 82 V100 C230 76 258 80 258 108 V210 C276 190 306 200 296 226 L250 320 V410 Z",
                                        "#26313c")
                                + box(112, 380, 146, 44, 10, RED)
                                + path("M150 240 C180 220 230 230 240 260 V310 H150 Z", "#59636c")
                                + shine("M166 110 V200", 6)),
                entry(
                        "neck-warmer",
                        path("M120 130 C120 90 360 90 360 130 L380 370 C380 420 100 420 100 370 Z", NAVY)
                                + ellipse(240, 130, 120, 36, "#16344f")
                                + stroke(
                                        "M110 230 C180 270 300 270 370 230 M104 300 C180 340 300 340 376 300",
                                        "#2d5f8a",
                                        12,
                                        "")),
                entry(
                        "dry-bag",
                        bag("#e8a33d", "#26313c", 104)
                                + box(196, 200, 88, 120, 12, "#f9e6c0")
                                + stroke("M140 160 H340", "#26313c", 14, "")),
                entry(
                        "kit-bag",
                        bag("#c9b891", "#f4ede0", 112)
                                + circle(172, 140, 10, BRASS)
                                + circle(218, 150, 10, BRASS)
                                + circle(264, 150, 10, BRASS)
                                + circle(310, 140, 10, BRASS)
                                + word("SEA", 300, 64, NAVY)),
                entry(
                        "kids-jacket",
                        top(
                                YELLOW,
                                "#3f7fb3",
                                stroke("M240 104 V394", "#3f7fb3", 7, "")
                                        + box(150, 250, 60, 16, 4, "#f4f7f9")
                                        + box(270, 250, 60, 16, 4, "#f4f7f9")
                                        + circle(240, 160, 9, RED)
                                        + circle(240, 220, 9, RED)
                                        + circle(240, 320, 9, RED))));
    }
}
