package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// What stands in the galley and lies in the bunk.
final class GalleyDrawings {
    private GalleyDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.GALLEY, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "gimballed-stove",
                        box(90, 200, 300, 190, 12, STEEL)
                                + ellipse(170, 200, 54, 16, "#26313c")
                                + ellipse(310, 200, 54, 16, "#26313c")
                                + path("M150 196 C150 160 190 160 190 196 Z", "#3f7fb3")
                                + path("M290 196 C290 160 330 160 330 196 Z", "#3f7fb3")
                                + circle(160, 320, 24, "#26313c")
                                + circle(320, 320, 24, "#26313c")
                                + bar("M60 160 V300", 14, BRASS)
                                + bar("M420 160 V300", 14, BRASS)
                                + circle(60, 260, 16, BRASS)
                                + circle(420, 260, 16, BRASS)),
                entry(
                        "kettle",
                        path("M110 390 C90 260 160 190 240 190 C320 190 390 260 370 390 Z", STEEL)
                                + path("M340 290 L430 220 L440 244 L372 340 Z", STEEL_DARK)
                                + bar("M150 230 C150 90 330 90 330 230", 16, "#26313c")
                                + ellipse(240, 192, 60, 16, STEEL_DARK)
                                + circle(240, 172, 14, RED)
                                + shine("M140 350 C136 290 160 250 196 230", 9)),
                entry(
                        "nesting-pots",
                        path("M90 230 H390 V360 C390 400 90 400 90 360 Z", STEEL)
                                + ellipse(240, 230, 150, 40, STEEL_DARK)
                                + path("M140 180 H340 V230 C340 260 140 260 140 230 Z", STEEL)
                                + ellipse(240, 180, 100, 28, STEEL_DARK)
                                + path("M180 140 H300 V176 C300 196 180 196 180 176 Z", STEEL)
                                + ellipse(240, 140, 60, 18, "#59636c")
                                + bar("M390 270 H450", 20, "#26313c")),
                entry(
                        "frying-pan",
                        path("M60 250 H320 L296 330 C290 350 90 350 84 330 Z", "#3a434c")
                                + ellipse(190, 250, 130, 34, "#59636c")
                                + ellipse(190, 250, 100, 22, "#e8b04a")
                                + bar("M320 262 L440 230", 22, "#26313c")
                                + circle(430, 234, 7, "#f6f1e4")),
                entry(
                        "pressure-cooker",
                        path("M100 210 H360 V370 C360 410 100 410 100 370 Z", STEEL)
                                + path("M90 170 C90 130 370 130 370 170 V214 H90 Z", STEEL_DARK)
                                + box(180, 110, 100, 36, 12, "#26313c")
                                + circle(230, 92, 18, RED)
                                + bar("M370 192 H446", 24, "#26313c")
                                + bar("M90 192 H44", 20, "#26313c")
                                + stroke("M250 70 C240 50 262 40 252 20", STEEL_DARK, 7, "")
                                + shine("M122 240 V370", 8)),
                entry(
                        "enamel-mug",
                        path("M110 150 H330 V370 C330 410 110 410 110 370 Z", "#2d5f8a")
                                + ellipse(220, 150, 110, 32, "#1d4266")
                                + ellipse(220, 152, 92, 23, "#fdf6e8")
                                + stroke("M330 200 C420 190 420 340 330 330", Drawing.INK, 34, "")
                                + stroke("M330 200 C420 190 420 340 330 330", "#2d5f8a", 22, "")
                                + shine("M132 200 V370", 9)),
                entry(
                        "thermos",
                        path("M170 150 H310 V400 C310 424 170 424 170 400 Z", STEEL)
                                + path("M180 60 H300 V150 H180 Z", "#2d8a7b")
                                + box(160, 380, 160, 46, 14, "#26313c")
                                + stroke("M170 200 H310 M170 216 H310", "#2d8a7b", 6, "")
                                + shine("M190 230 V370", 9)),
                entry(
                        "melamine-plates",
                        ellipse(240, 330, 180, 66, "#9fc6d8")
                                + ellipse(240, 300, 180, 66, "#cfe6ea")
                                + ellipse(240, 268, 180, 66, "#f9f5ea")
                                + ellipse(240, 262, 120, 40, "#eef3ee")
                                + path("M240 228 L252 262 L240 296 L228 262 Z", NAVY)
                                + path("M190 262 L240 252 L290 262 L240 272 Z", RED)),
                entry(
                        "cutlery-roll",
                        path("M70 120 H400 V370 H70 Z", "#c9b891")
                                + path("M400 120 C440 120 440 370 400 370 Z", "#a58f5d")
                                + bar("M130 160 V330", 12, STEEL)
                                + bar("M190 200 V330", 12, STEEL)
                                + bar("M250 200 V330", 12, STEEL)
                                + ellipse(190, 180, 20, 32, STEEL)
                                + stroke("M236 150 V190 M250 150 V190 M264 150 V190", STEEL_DARK, 7, "")
                                + path("M290 240 H370 V370 H290 Z M110 250 H280 V370 H110 Z", "#b79a63")
                                + bar("M330 160 C350 180 310 200 330 220 C350 240 330 250 330 260", 7, STEEL)),
                entry(
                        "cool-box",
                        path("M70 200 H410 V390 C410 404 400 412 388 412 H92 C80 412 70 404 70 390 Z", "#3f7fb3")
                                + path(
                                        "M56 150 C56 134 66 126 80 126 H400 C414 126 424 134 424 150 V206 H56 Z",
                                        "#f4f7f9")
                                + bar("M120 120 C130 70 350 70 360 120", 14, STEEL_DARK)
                                + path("M200 300 L240 250 L280 300 L240 350 Z", "#cfe6ea")
                                + box(216, 190, 48, 44, 8, STEEL)),
                entry(
                        "water-canister",
                        path(
                                        "M120 130 H300 L360 190 V400 C360 412 352 420 340 420 H130 C118 420 110 412 110 400 V150 Z",
                                        "#cfdfe6")
                                + stroke("M150 130 C150 70 260 70 260 130", Drawing.INK, 26, "")
                                + stroke("M150 130 C150 70 260 70 260 130", "#cfdfe6", 14, "")
                                + box(290, 110, 56, 50, 10, "#2d5f8a")
                                + bar("M236 400 V440", 18, "#2d5f8a")
                                + drop(236, 290, "#3f7fb3")),
                entry(
                        "foot-pump",
                        path("M80 400 H400 V430 H80 Z", "#26313c")
                                + path("M120 390 L330 250 L372 300 L190 400 Z", "#59636c")
                                + path("M130 320 L320 190 L366 250 L170 370 Z", "#2d5f8a")
                                + stroke("M160 340 L330 226 M176 356 L346 240", "#8cc6ee", 5, "")
                                + bar("M330 390 C400 380 420 330 440 330", 20, STEEL_DARK)),
                entry(
                        "ships-wool-blanket",
                        path(
                                        "M90 140 H390 V190 C420 200 420 240 390 250 V300 C420 310 420 350 390 360 V400 H90 Z",
                                        "#8b9aa5")
                                + path("M90 190 H390 V212 H90 Z M90 270 H390 V292 H90 Z M90 340 H390 V362 H90 Z", NAVY)
                                + stroke(
                                        "M96 404 V424 M130 404 V424 M164 404 V424 M198 404 V424 M232 404 V424 M266 404 V424 M300 404 V424 M334 404 V424 M368 404 V424",
                                        "#6d7c88",
                                        6,
                                        "")),
                entry(
                        "lee-cloth",
                        path("M60 320 H420 V400 H60 Z", "#b98550")
                                + path("M90 150 C200 190 280 190 390 150 V340 H90 Z", "#dccfae")
                                + circle(110, 172, 12, BRASS)
                                + circle(190, 192, 12, BRASS)
                                + circle(290, 192, 12, BRASS)
                                + circle(370, 172, 12, BRASS)
                                + stroke("M110 160 L90 60 M370 160 L390 60", "#f4ede0", 8, "")),
                entry(
                        "sleeping-bag",
                        path(
                                        "M150 80 C150 50 330 50 330 80 L370 200 L340 410 C330 430 150 430 140 410 L110 200 Z",
                                        "#2d6f5c")
                                + path("M180 90 C180 70 300 70 300 90 L310 180 C280 200 200 200 170 180 Z", "#e8a33d")
                                + stroke("M310 190 L330 400", STEEL, 7, " stroke-dasharray=\"8 6\"")
                                + stroke("M120 260 H356 M130 330 H350", "#1f5243", 6, "")),
                entry(
                        "cabin-heater",
                        glow(240, 300, 120, "#ffb03a")
                                + box(220, 40, 40, 130, 4, STEEL_DARK)
                                + path("M150 170 C150 150 330 150 330 170 V390 H150 Z", BRASS)
                                + box(184, 230, 112, 110, 10, "#26313c")
                                + drop(240, 290, "#ff8a3a")
                                + bar("M170 390 V424", 16, BRASS_DARK)
                                + bar("M310 390 V424", 16, BRASS_DARK)
                                + shine("M166 190 V370", 8)),
                entry(
                        "playing-cards",
                        turned(
                                        -16,
                                        box(130, 110, 180, 260, 16, "#fdf6e8")
                                                + path("M150 130 H290 V240 H150 Z", RED)
                                                + path("M150 240 H290 V350 H150 Z", NAVY))
                                + turned(
                                        14,
                                        box(180, 110, 180, 260, 16, "#fdf6e8")
                                                + path(
                                                        "M270 180 C320 130 370 200 270 290 C170 200 220 130 270 180 Z",
                                                        RED))),
                entry(
                        "cockpit-cushion",
                        path(
                                        "M90 170 C160 140 320 140 390 170 C420 240 420 300 390 370 C320 400 160 400 90 370 C60 300 60 240 90 170 Z",
                                        "#2d5f8a")
                                + stroke(
                                        "M110 190 C170 170 310 170 370 190 C390 250 390 300 370 350 C310 370 170 370 110 350 C90 300 90 250 110 190",
                                        "#f4ede0",
                                        6,
                                        "")
                                + circle(180, 270, 9, "#f4ede0")
                                + circle(300, 270, 9, "#f4ede0")),
                entry(
                        "sea-biscuit-tin",
                        path("M110 170 H370 V400 C370 424 110 424 110 400 Z", "#b23a2a")
                                + path("M100 130 C100 90 380 90 380 130 V180 C380 210 100 210 100 180 Z", "#d9a441")
                                + box(190, 250, 100, 110, 10, "#f4ede0")
                                + path("M216 270 H264 L272 340 H208 Z", "#14273a")
                                + drop(240, 300, YELLOW)
                                + shine("M130 220 V390", 8)),
                entry(
                        "coffee-mill",
                        box(130, 210, 220, 160, 14, WOOD)
                                + path("M150 130 H330 L310 210 H170 Z", BRASS)
                                + bar("M240 120 V80 H350", 12, IRON)
                                + circle(356, 80, 20, WOOD_DARK)
                                + path("M180 370 H300 V426 H180 Z", "#cfe6ea")
                                + path("M180 396 H300 V426 H180 Z", "#5b3d22")
                                + stroke("M150 260 C200 250 280 270 330 260", WOOD_DARK, 5, "")));
    }
}
