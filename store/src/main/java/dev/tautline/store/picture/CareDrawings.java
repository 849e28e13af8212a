package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More tins and bottles, and what brings their content onto a boat.
final class CareDrawings {
    private CareDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.SHED, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry("epoxy-primer", tin("#4d5d6c", "#e8edf0", word("2K", 322, 92, "#14273a"))),
                entry("undercoat", tin("#f4f1e8", "#8b9aa5", word("U", 326, 100, "#fdfbf5"))),
                entry(
                        "deck-paint",
                        tin(
                                "#dcc9a0",
                                "#2d5f8a",
                                circle(190, 290, 12, "#f4ede0")
                                        + circle(240, 270, 12, "#f4ede0")
                                        + circle(290, 290, 12, "#f4ede0")
                                        + circle(214, 326, 12, "#f4ede0")
                                        + circle(266, 326, 12, "#f4ede0"))),
                entry(
                        "bilge-paint",
                        tin(
                                "#aeb8bf",
                                "#14273a",
                                stroke(
                                        "M170 310 C200 280 220 330 250 300 C280 270 290 320 316 300",
                                        "#aeb8bf",
                                        10,
                                        ""))),
                entry("waterline-tape", tapeRoll(RED, "#f4ede0")),
                entry("masking-tape", tapeRoll("#e0c070", "#b98550")),
                entry("teak-oil", bottle("#8a5a2b", "#26313c", drop(240, 296, BRASS))),
                entry(
                        "teak-cleaner",
                        bottle(
                                "#5d8f7a",
                                "#f4ede0",
                                stroke("M186 270 H294 M186 300 H294 M186 330 H260", "#8a5a2b", 10, ""))),
                entry(
                        "hull-polish",
                        bottle(
                                "#f4f7f9",
                                NAVY,
                                path("M180 330 C210 290 280 290 304 320 L290 344 H196 Z", NAVY)
                                        + stroke("M196 260 L206 280 M240 248 V272 M284 260 L274 280", BRASS, 7, ""))),
                entry(
                        "boat-wax",
                        path("M90 220 C90 160 390 160 390 220 V340 C390 400 90 400 90 340 Z", "#d9a441")
                                + ellipse(240, 220, 150, 46, "#f0cd7a")
                                + ellipse(240, 218, 110, 30, "#fbf3e3")
                                + word("WAX", 338, 60, "#14273a")),
                entry(
                        "boat-soap",
                        bottle(
                                "#cfe6ea",
                                "#2d8a7b",
                                circle(214, 320, 26, "#9fd0d8")
                                        + circle(262, 300, 34, "#bfe3e8")
                                        + circle(236, 264, 18, "#9fd0d8"))),
                entry(
                        "foam-roller",
                        bar("M130 150 H350", 84, "#f2d46b")
                                + stroke(
                                        "M160 120 V180 M200 120 V180 M240 120 V180 M280 120 V180 M320 120 V180",
                                        "#c9a83e",
                                        5,
                                        "")
                                + stroke("M372 150 H410 V250 H240 V300", Drawing.INK, 16, "")
                                + stroke("M372 150 H410 V250 H240 V300", STEEL, 8, "")
                                + grip(RED, 296, 430)),
                entry(
                        "sanding-block",
                        path("M80 240 L300 160 L420 220 L200 310 Z", "#c79a63")
                                + path("M80 240 L200 310 V370 L80 300 Z", "#a87b45")
                                + path("M200 310 L420 220 V280 L200 370 Z", "#b98a55")
                                + path("M80 300 L200 370 L420 280 V296 L200 390 L80 318 Z", "#6d4a2a")
                                + circle(220, 220, 8, "#87592b")
                                + circle(280, 210, 6, "#87592b")
                                + circle(180, 250, 6, "#87592b")),
                entry(
                        "scraper",
                        turned(
                                35,
                                box(222, 180, 36, 240, 14, WOOD)
                                        + path("M200 190 H280 L270 150 H210 Z", STEEL_DARK)
                                        + path("M150 90 H330 L300 150 H180 Z", STEEL)
                                        + stroke("M150 90 H330", Drawing.INK, 10, ""))),
                entry(
                        "thinner",
                        path("M130 150 H350 V410 H130 Z", STEEL)
                                + path("M130 150 L160 110 H320 L350 150 Z", STEEL_DARK)
                                + box(270, 70, 50, 44, 8, RED)
                                + box(150, 190, 180, 180, 6, "#f4ede0")
                                + path("M240 210 L310 340 H170 Z", YELLOW)
                                + stroke("M240 250 V296 M240 316 V322", Drawing.INK, 12, "")));
    }
}
