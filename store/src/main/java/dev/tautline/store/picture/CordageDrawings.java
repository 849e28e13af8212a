package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More of the rope shelf: lines for each job, and what belongs to them.
final class CordageDrawings {
    private CordageDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.SAND, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry("dyneema-halyard", hank("#8d9aa6", NAVY)),
                entry("genoa-sheet", hank("#2d6f5c", "#f6f3ea")),
                entry("spinnaker-sheet", hank("#f6f3ea", "#e4572e")),
                entry("three-strand-anchor-line", coil("#f1efe8", "#9aa5ad", 24)),
                entry("tarred-marline", spool("#5b3d22", WOOD)),
                entry("leech-line", spool("#e8e4d8", NAVY)),
                entry(
                        "flag-halyard",
                        hank("#f4f1e8", "#26313c") + path("M300 60 L430 84 L400 116 L430 150 L300 136 Z", RED)),
                entry("tow-line", coil("#e8772e", "#8f3f0d", 28)),
                entry(
                        "splicing-kit",
                        bag("#c9b891", "#87592b", 120)
                                + bar("M190 190 V380", 16, STEEL)
                                + bar("M240 190 V380", 22, STEEL)
                                + bar("M292 190 V380", 28, STEEL)),
                entry(
                        "monkey-fist-line",
                        rope("M250 250 C330 330 420 300 392 392 C372 430 260 420 120 402", 16, "#efe5cc", "#a58f5d")
                                + circle(190, 186, 92, "#efe5cc")
                                + stroke(
                                        "M106 160 C160 130 220 130 274 160 M100 190 C160 160 220 160 280 190 M106 222 C160 192 220 192 274 222",
                                        "#a58f5d",
                                        9,
                                        "")
                                + stroke(
                                        "M160 100 C138 150 138 220 160 272 M190 96 V276 M220 100 C242 150 242 220 220 272",
                                        "#a58f5d",
                                        6,
                                        "")),
                entry(
                        "bungee-ties",
                        braid("M120 360 C80 180 200 90 250 150 C300 210 170 260 150 220", 15, "#26313c", RED)
                                + braid(
                                        "M220 392 C200 240 320 120 372 190 C410 250 300 300 270 262",
                                        15,
                                        "#26313c",
                                        YELLOW)
                                + bar("M84 350 L156 372", 26, WOOD)
                                + bar("M186 386 L258 402", 26, WOOD)),
                entry(
                        "lashing-strap",
                        circle(236, 250, 140, "#2d5f8a")
                                + circle(236, 250, 108, "#3f7fb3")
                                + circle(236, 250, 76, "#2d5f8a")
                                + circle(236, 250, 44, "#3f7fb3")
                                + path("M340 330 L432 372 L420 404 L322 360 Z", "#2d5f8a")
                                + box(352, 236, 76, 96, 12, STEEL)
                                + box(368, 256, 44, 22, 4, IRON)),
                entry(
                        "chafe-guard",
                        rope("M40 300 C140 210 340 330 440 210", 30, "#f1efe8", "#9aa5ad")
                                + path(
                                        "M130 212 C190 190 290 250 350 226 L362 296 C300 322 190 262 140 284 Z",
                                        "#8a5a33")
                                + stroke(
                                        "M150 268 C200 250 300 306 348 284",
                                        "#f3e6c8",
                                        5,
                                        " stroke-dasharray=\"10 9\"")),
                entry(
                        "rope-hanger",
                        box(60, 120, 360, 70, 10, WOOD)
                                + stroke("M84 142 C160 134 300 152 396 142", WOOD_DARK, 4, "")
                                + bar("M110 176 V232", 20, WOOD_DARK)
                                + bar("M240 176 V232", 20, WOOD_DARK)
                                + bar("M370 176 V232", 20, WOOD_DARK)
                                + braid("M110 210 C66 260 66 340 110 386 C154 340 154 260 110 210", 16, "#f6f3ea", RED)
                                + braid(
                                        "M240 210 C196 260 196 340 240 386 C284 340 284 260 240 210",
                                        16,
                                        "#f6f3ea",
                                        NAVY)
                                + rope(
                                        "M370 210 C326 260 326 340 370 386 C414 340 414 260 370 210",
                                        16,
                                        "#dcb873",
                                        "#9a7434")));
    }
}
