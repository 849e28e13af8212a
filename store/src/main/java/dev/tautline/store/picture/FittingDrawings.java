package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// Small things that hold a rig together.
final class FittingDrawings {
    private FittingDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.STEEL, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "cheek-block",
                        path("M120 330 C120 190 180 120 240 120 C300 120 360 190 360 330 Z", STEEL)
                                + circle(240, 236, 84, "#26313c")
                                + circle(240, 236, 50, STEEL_DARK)
                                + circle(240, 236, 16, BRASS)
                                + box(96, 318, 288, 44, 10, STEEL_DARK)
                                + circle(130, 340, 10, Drawing.INK)
                                + circle(350, 340, 10, Drawing.INK)),
                entry(
                        "snatch-block",
                        circle(240, 268, 128, "#26313c")
                                + circle(240, 268, 88, STEEL)
                                + circle(240, 268, 40, "#26313c")
                                + path("M196 150 H284 L270 96 H210 Z", STEEL)
                                + bar("M214 96 C214 40 266 40 266 96", 14, STEEL)
                                + box(330, 236, 66, 30, 12, RED)),
                entry(
                        "fiddle-block",
                        path(
                                        "M170 90 C220 60 260 60 310 90 C330 180 330 300 300 400 H180 C150 300 150 180 170 90 Z",
                                        "#26313c")
                                + circle(240, 160, 52, STEEL)
                                + circle(240, 160, 16, BRASS)
                                + circle(240, 296, 66, STEEL)
                                + circle(240, 296, 18, BRASS)
                                + path("M306 330 L392 350 L384 396 L300 384 Z", STEEL_DARK)
                                + stroke("M322 342 L378 356 M320 358 L374 372", Drawing.INK, 5, "")),
                entry(
                        "deadeye",
                        rope(RopeDrawings.ring(240, 248, 148), 22, "#5b3d22", "#2f1e0f")
                                + circle(240, 248, 128, "#7c5430")
                                + circle(240, 200, 26, "#2f1e0f")
                                + circle(190, 280, 26, "#2f1e0f")
                                + circle(290, 280, 26, "#2f1e0f")
                                + shine("M140 210 C156 170 186 144 220 138", 8)),
                entry(
                        "d-shackle",
                        bar("M170 372 V190 C170 90 310 90 310 190 V372", 40, STEEL)
                                + bar("M120 372 H366", 34, STEEL_DARK)
                                + circle(392, 372, 30, STEEL)
                                + circle(392, 372, 8, Drawing.INK)
                                + shine("M162 350 V196", 7)),
                entry(
                        "soft-shackle",
                        braid("M240 120 C120 180 120 330 230 380 C340 330 360 190 250 120", 26, "#3f7fb3", "#cfe3f2")
                                + circle(244, 116, 42, "#3f7fb3")
                                + stroke(
                                        "M214 104 C236 96 254 96 274 106 M214 126 C236 136 254 136 274 124",
                                        "#cfe3f2",
                                        6,
                                        "")),
                entry(
                        "thimble",
                        bar("M240 402 C120 260 130 110 240 104 C350 110 360 260 240 402", 46, STEEL)
                                + stroke(
                                        "M240 372 C150 250 156 138 240 132 C324 138 330 250 240 372",
                                        STEEL_DARK,
                                        8,
                                        "")),
                entry(
                        "mast-boot",
                        path("M196 80 H284 L300 220 C330 320 400 360 420 392 H60 C80 360 150 320 180 220 Z", "#3a434c")
                                + bar("M190 116 H290", 18, STEEL)
                                + bar("M104 372 H376", 18, STEEL)
                                + shine("M208 130 C200 230 170 310 130 350", 8)),
                entry(
                        "cam-cleat",
                        box(92, 300, 296, 70, 16, "#26313c")
                                + path("M120 300 C110 210 150 150 214 160 L226 300 Z", STEEL)
                                + path("M360 300 C370 210 330 150 266 160 L254 300 Z", STEEL)
                                + stroke(
                                        "M204 180 L222 190 M206 206 L224 216 M208 232 L226 242 M210 258 L228 268 M276 180 L258 190 M274 206 L256 216 M272 232 L254 242 M270 258 L252 268",
                                        Drawing.INK,
                                        6,
                                        "")
                                + circle(160, 250, 16, BRASS)
                                + circle(320, 250, 16, BRASS)),
                entry(
                        "fairlead",
                        path("M70 360 H410 V392 H70 Z", BRONZE)
                                + bar("M110 350 C60 200 150 120 214 150", 38, BRONZE)
                                + bar("M370 350 C420 200 330 120 266 150", 38, BRONZE)
                                + circle(96, 376, 9, Drawing.INK)
                                + circle(384, 376, 9, Drawing.INK)
                                + shine("M108 330 C76 220 140 150 196 152", 6)),
                entry(
                        "wire-cutter",
                        bar("M214 214 C150 290 120 360 110 420", 34, RED)
                                + bar("M266 214 C330 290 360 360 370 420", 34, RED)
                                + path("M240 60 C290 90 306 150 286 226 H194 C174 150 190 90 240 60 Z", STEEL)
                                + stroke("M240 60 V160", Drawing.INK, 6, "")
                                + circle(240, 206, 22, STEEL_DARK)),
                entry(
                        "split-pins",
                        bar("M120 100 V330", 14, STEEL)
                                + bar("M146 100 V360", 14, STEEL)
                                + circle(133, 94, 30, STEEL_DARK)
                                + circle(133, 94, 12, "#e9eff1")
                                + stroke(RopeDrawings.ring(270, 170, 70), Drawing.INK, 18, "")
                                + stroke(RopeDrawings.ring(270, 170, 70), BRASS, 8, "")
                                + stroke(RopeDrawings.ring(340, 310, 52), Drawing.INK, 16, "")
                                + stroke(RopeDrawings.ring(340, 310, 52), STEEL, 7, "")
                                + bar("M210 300 V420", 10, STEEL)
                                + bar("M230 300 V400", 10, STEEL)
                                + circle(220, 296, 20, STEEL_DARK)),
                entry(
                        "tell-tales",
                        path("M120 60 C260 90 360 220 372 420 H120 Z", "#f9f5ea")
                                + stroke("M120 60 V430", Drawing.INK, 12, "")
                                + stroke("M180 170 C220 160 250 184 300 172", RED, 9, "")
                                + stroke("M180 250 C220 240 260 264 316 250", RED, 9, "")
                                + stroke("M180 330 C220 320 270 344 330 330", "#2d8a5b", 9, "")
                                + circle(180, 170, 12, YELLOW)
                                + circle(180, 250, 12, YELLOW)
                                + circle(180, 330, 12, YELLOW)),
                entry(
                        "wind-vane",
                        bar("M240 420 V240", 14, STEEL_DARK)
                                + bar("M90 200 H360", 12, "#26313c")
                                + path("M360 200 L420 170 V230 Z", RED)
                                + path("M60 160 L150 186 V214 L60 240 L90 200 Z", RED)
                                + circle(240, 200, 20, STEEL)
                                + bar("M180 330 L240 290 L300 330", 8, STEEL_DARK)
                                + box(160, 318, 40, 26, 4, YELLOW)
                                + box(280, 318, 40, 26, 4, YELLOW)));
    }
}
