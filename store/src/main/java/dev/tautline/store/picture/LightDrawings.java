package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More lamps, their oil and their bulbs.
final class LightDrawings {
    private LightDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.NIGHT, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "tri-colour-light",
                        glow(240, 220, 190, "#ffe9a8")
                                + path("M150 140 H240 V310 H150 Z", "#d23b2a")
                                + path("M240 140 H330 V310 H240 Z", "#2aa060")
                                + box(214, 140, 52, 170, 0, "#fff4cf")
                                + box(140, 90, 200, 56, 16, "#26313c")
                                + box(130, 304, 220, 60, 16, "#26313c")
                                + box(200, 364, 80, 60, 8, "#39464f")),
                entry(
                        "stern-light",
                        glow(240, 240, 180, "#ffffff")
                                + path("M140 180 C140 90 340 90 340 180 V320 H140 Z", "#26313c")
                                + path("M176 196 C176 140 304 140 304 196 V300 H176 Z", "#fff8dc")
                                + box(120, 316, 240, 50, 12, "#39464f")
                                + circle(160, 342, 9, STEEL)
                                + circle(320, 342, 9, STEEL)),
                entry(
                        "deck-light",
                        glow(240, 330, 170, "#ffe9a8")
                                + path("M170 110 H310 L340 240 H140 Z", "#39464f")
                                + ellipse(240, 240, 100, 30, "#fff4cf")
                                + path("M150 256 L70 420 H410 L330 256 Z", "#fff4cf\" opacity=\"0.35\" stroke=\"none")
                                + bar("M240 110 V60", 26, STEEL)),
                entry(
                        "chart-lamp",
                        glow(150, 210, 130, "#ff8a70")
                                + bar("M330 410 C420 300 320 120 210 150", 16, BRASS)
                                + path("M216 110 L222 194 L130 230 C110 190 120 140 150 120 Z", BRASS)
                                + ellipse(150, 178, 26, 52, "#ffb3a0")
                                + path("M270 430 C270 400 390 400 390 430 Z", BRASS_DARK)),
                entry(
                        "berth-light",
                        glow(220, 260, 170, "#ffe2a0")
                                + bar("M350 240 H290", 22, BRASS)
                                + box(350, 160, 50, 160, 14, BRASS)
                                + path("M290 180 V300 L150 340 V140 Z", "#fbf3e3")
                                + ellipse(150, 240, 24, 100, "#fff4cf")),
                entry(
                        "bulkhead-lamp",
                        glow(240, 240, 190, "#ffe2a0")
                                + ellipse(240, 244, 120, 160, BRASS)
                                + ellipse(240, 244, 90, 128, "#fff4cf")
                                + stroke("M240 90 V400 M150 200 H330 M150 290 H330", BRASS_DARK, 12, "")
                                + circle(240, 84, 14, BRASS_DARK)
                                + circle(240, 404, 14, BRASS_DARK)),
                entry(
                        "oil-lamp-small",
                        glow(240, 170, 150, "#ffd27a")
                                + path(
                                        "M206 250 C180 200 206 160 214 90 H266 C274 160 300 200 274 250 Z",
                                        "#fff4cf\" fill-opacity=\"0.75")
                                + drop(240, 200, "#ffb03a")
                                + box(196, 246, 88, 34, 8, BRASS_DARK)
                                + path(
                                        "M150 290 C150 270 330 270 330 290 C350 360 300 380 280 390 H200 C180 380 130 360 150 290 Z",
                                        BRASS)
                                + path("M170 420 C170 390 310 390 310 420 Z", BRASS_DARK)
                                + shine("M170 310 C166 340 180 360 196 370", 7)),
                entry("lamp-oil", bottle("#c9d8ef", RED, drop(240, 290, "#ffb03a"))),
                entry(
                        "lamp-wicks",
                        bar("M150 120 C110 200 190 280 150 400", 26, "#f4ede0")
                                + bar("M240 100 C200 200 280 280 240 410", 36, "#f4ede0")
                                + bar("M340 120 C300 200 380 280 340 400", 48, "#f4ede0")
                                + stroke(
                                        "M130 200 L168 208 M222 200 L260 206 M318 200 L366 208 M148 300 L172 306 M236 300 L270 306 M334 300 L376 306",
                                        "#b79a63",
                                        4,
                                        "")),
                entry(
                        "waterproof-torch",
                        glow(110, 130, 120, "#ffe9a8")
                                + turned(
                                        -45,
                                        path("M190 60 H290 L276 150 H204 Z", YELLOW)
                                                + ellipse(240, 60, 52, 18, "#fff8dc")
                                                + box(204, 150, 72, 240, 16, YELLOW)
                                                + box(222, 190, 36, 54, 10, "#26313c")
                                                + box(204, 350, 72, 40, 12, "#26313c"))),
                entry(
                        "search-light",
                        glow(140, 200, 150, "#ffffff")
                                + circle(190, 210, 120, "#39464f")
                                + circle(180, 206, 92, "#fff8dc")
                                + path("M230 310 H310 L330 430 H240 Z", "#26313c")
                                + box(230, 290, 60, 46, 8, RED)
                                + stroke(
                                        "M320 400 C420 410 360 330 420 320 C450 310 430 260 400 280",
                                        "#6c7a86",
                                        8,
                                        "")),
                entry(
                        "string-lights",
                        stroke("M30 130 C130 230 350 230 450 130", "#8b9aa5", 6, "")
                                + glow(110, 230, 60, "#ffd27a")
                                + glow(200, 264, 60, "#ffd27a")
                                + glow(290, 264, 60, "#ffd27a")
                                + glow(380, 226, 60, "#ffd27a")
                                + drop(110, 230, "#ffd27a")
                                + drop(200, 264, "#ffd27a")
                                + drop(290, 264, "#ffd27a")
                                + drop(380, 226, "#ffd27a")),
                entry(
                        "courtesy-light",
                        path("M40 330 H440 V420 H40 Z", WOOD)
                                + path("M40 200 H440 V330 H40 Z", WOOD_DARK)
                                + glow(240, 300, 130, "#ffe2a0")
                                + box(170, 236, 140, 56, 20, STEEL)
                                + box(188, 252, 104, 24, 10, "#fff4cf")),
                entry(
                        "strobe-light",
                        glow(240, 150, 160, "#ffffff")
                                + path("M190 180 C190 90 290 90 290 180 Z", "#eaf6ff")
                                + box(180, 176, 120, 130, 16, "#e4572e")
                                + box(200, 300, 80, 90, 10, "#39464f")
                                + stroke(
                                        "M240 40 V70 M130 80 L152 104 M350 80 L328 104 M90 170 H122 M390 170 H358",
                                        "#fff4cf",
                                        8,
                                        "")),
                entry(
                        "spare-bulbs",
                        kit(
                                "#39464f",
                                "#6c7a86",
                                circle(150, 290, 34, "#fff4cf")
                                        + circle(240, 290, 34, "#ffd27a")
                                        + circle(330, 290, 34, "#d23b2a")
                                        + box(136, 320, 28, 40, 4, STEEL)
                                        + box(226, 320, 28, 40, 4, STEEL)
                                        + box(316, 320, 28, 40, 4, STEEL))));
    }
}
