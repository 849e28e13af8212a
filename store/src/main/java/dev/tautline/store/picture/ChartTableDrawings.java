package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More of what lies on a chart table.
final class ChartTableDrawings {
    private ChartTableDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.PAPER, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "hand-bearing-compass",
                        bar("M170 110 C110 20 370 20 310 110", 10, "#26313c")
                                + circle(240, 270, 150, "#e8772e")
                                + circle(240, 270, 104, "#1c2a38")
                                + circle(240, 270, 80, "#f4ede0")
                                + path("M240 196 L262 270 H218 Z", RED)
                                + path("M240 344 L262 270 H218 Z", "#1c2a38")
                                + box(206, 112, 68, 46, 8, "#9fc6d8")),
                entry(
                        "parallel-ruler",
                        path("M50 200 L420 130 L432 190 L62 260 Z", "#cfe6ea")
                                + path("M60 330 L430 260 L442 320 L72 390 Z", "#cfe6ea")
                                + bar("M150 220 L190 330", 12, BRASS)
                                + bar("M310 190 L350 300", 12, BRASS)
                                + stroke(
                                        "M90 222 L100 246 M130 214 L138 236 M210 200 L218 222 M250 192 L258 214",
                                        Drawing.INK,
                                        3,
                                        "")),
                entry(
                        "course-triangle",
                        path("M60 380 L420 380 L240 90 Z", "#cfe6ea")
                                + path("M170 330 L310 330 L240 216 Z", "#f8f0e0")
                                + stroke(
                                        "M100 366 V352 M140 366 V346 M180 366 V352 M220 366 V346 M260 366 V352 M300 366 V346 M340 366 V352 M380 366 V346",
                                        Drawing.INK,
                                        3,
                                        "")
                                + circle(240, 160, 14, RED)),
                entry(
                        "sextant",
                        stroke("M96 372 C160 430 320 430 384 372", Drawing.INK, 36, "")
                                + stroke("M96 372 C160 430 320 430 384 372", BRASS, 24, "")
                                + bar("M240 90 L110 366", 16, BRASS)
                                + bar("M240 90 L370 366", 16, BRASS)
                                + bar("M240 90 L276 404", 14, BRASS_DARK)
                                + circle(240, 96, 26, BRASS)
                                + box(300, 180, 110, 40, 8, "#26313c")
                                + box(120, 190, 60, 56, 6, "#9fc6d8")),
                entry(
                        "chart-magnifier",
                        path("M60 110 H420 V400 H60 Z", "#fbf6ea")
                                + stroke(
                                        "M80 180 C160 140 240 220 330 170 C370 150 390 170 404 160 M80 300 C140 260 220 340 300 290 C350 260 380 290 404 280",
                                        "#6c9ab0",
                                        4,
                                        "")
                                + circle(250, 240, 112, BRASS)
                                + circle(250, 240, 90, "#d8ecef")
                                + stroke("M180 236 C220 200 270 270 322 226", "#2d5f8a", 8, "")
                                + shine("M190 196 C204 176 224 166 246 162", 9)),
                entry("ships-clock", dial(BRASS, "#fbf6ea", 300, 60)),
                entry(
                        "thermo-hygrometer",
                        dial(BRASS, "#eef3ee", 40, 320) + path("M200 300 H280 V316 H200 Z", "#3f7fb3")),
                entry(
                        "lead-line",
                        rope("M300 60 C120 120 360 160 200 230 C160 250 240 260 240 280", 14, "#dcb873", "#9a7434")
                                + path("M214 276 H266 L284 410 C284 430 196 430 196 410 Z", "#7d868e")
                                + box(180, 120, 60, 26, 4, RED)
                                + box(230, 190, 60, 22, 4, "#f9f5ea")
                                + shine("M216 300 L206 396", 7)),
                entry(
                        "chart-tube",
                        bar("M120 390 L350 110", 74, NAVY)
                                + bar("M112 400 L134 372", 84, "#26313c")
                                + bar("M340 122 L364 94", 84, "#26313c")
                                + stroke("M130 330 C40 240 170 60 300 130", Drawing.INK, 8, "")
                                + shine("M150 336 L330 118", 8)),
                entry(
                        "pilot-book",
                        book(
                                "#2d5f8a",
                                "#1d4266",
                                word("PILOT", 180, 46, "#f4ede0")
                                        + path("M170 300 C210 270 250 330 300 290 V330 H170 Z", "#dcb873"))),
                entry(
                        "tide-tables",
                        book(
                                "#f4ede0",
                                "#2d8a7b",
                                stroke("M160 250 C190 190 220 190 244 250 C268 310 298 310 328 250", "#2d8a7b", 9, "")
                                        + word("TIDES", 170, 40, "#14273a"))),
                entry(
                        "knot-book",
                        book(
                                "#8f2f14",
                                "#5c1c0b",
                                rope(
                                        "M180 300 C140 200 300 160 300 240 C300 310 180 250 200 180",
                                        14,
                                        "#efe5cc",
                                        "#a58f5d"))),
                entry(
                        "star-finder",
                        circle(240, 244, 166, "#f4f7f9")
                                + circle(240, 244, 128, "#1d3148")
                                + circle(190, 200, 7, YELLOW)
                                + circle(260, 180, 6, YELLOW)
                                + circle(300, 250, 8, YELLOW)
                                + circle(230, 300, 6, YELLOW)
                                + circle(180, 270, 5, YELLOW)
                                + stroke("M190 200 L260 180 L300 250 L230 300 L180 270", "#8cc6ee", 3, "")
                                + stroke("M240 90 L250 400", RED, 6, "")
                                + circle(240, 244, 10, BRASS)),
                entry(
                        "night-vision-monocular",
                        path("M150 150 H330 L346 390 H134 Z", "#26313c")
                                + ellipse(240, 150, 90, 28, "#1c2a38")
                                + ellipse(240, 150, 60, 18, "#9fc6d8")
                                + box(130, 210, 220, 50, 10, "#39464f")
                                + stroke(
                                        "M150 222 V248 M180 222 V248 M210 222 V248 M240 222 V248 M270 222 V248 M300 222 V248 M330 222 V248",
                                        Drawing.INK,
                                        4,
                                        "")
                                + ellipse(240, 390, 106, 26, "#39464f")),
                entry(
                        "radar-reflector",
                        path("M190 70 H290 V410 H190 Z", "#f4f7f9")
                                + ellipse(240, 70, 50, 16, STEEL_DARK)
                                + ellipse(240, 410, 50, 16, STEEL_DARK)
                                + stroke(
                                        "M196 110 L284 180 M284 110 L196 180 M196 210 L284 280 M284 210 L196 280 M196 310 L284 380 M284 310 L196 380",
                                        STEEL_DARK,
                                        6,
                                        "")
                                + stroke(
                                        "M60 180 C90 220 90 260 60 300 M100 150 C140 210 140 270 100 330",
                                        "#86a9af",
                                        8,
                                        "")));
    }
}
