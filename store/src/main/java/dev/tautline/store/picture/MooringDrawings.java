package dev.tautline.store.picture;

import static dev.tautline.store.picture.Motifs.*;
import static dev.tautline.store.picture.Shapes.*;
import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;

/// More iron, and what makes lying at anchor pleasant.
final class MooringDrawings {
    private MooringDrawings() {}

    static Map<String, Drawing> all() {
        return shapes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Drawing(Tile.WATER, entry.getValue())));
    }

    private static Map<String, String> shapes() {
        return Map.ofEntries(
                entry(
                        "delta-anchor",
                        bar("M110 120 L300 300", 34, IRON)
                                + path(
                                        "M300 260 C380 250 420 300 420 330 C360 400 260 410 180 400 C250 370 280 330 300 260 Z",
                                        IRON)
                                + stroke("M300 262 C310 320 380 330 418 330", STEEL, 6, "")
                                + circle(110, 120, 22, STEEL_DARK)
                                + bar("M60 82 C90 60 130 76 120 112", 12, STEEL)),
                entry(
                        "claw-anchor",
                        bar("M120 110 C180 160 250 230 270 300", 34, IRON)
                                + bar("M270 300 C200 330 150 370 120 420", 38, IRON)
                                + bar("M270 300 C290 350 290 390 276 430", 38, IRON)
                                + bar("M270 300 C340 300 390 330 420 380", 38, IRON)
                                + circle(120, 110, 24, STEEL_DARK)),
                entry(
                        "plate-anchor",
                        bar("M240 70 V330", 22, STEEL)
                                + path("M226 260 L110 410 L226 372 Z", STEEL)
                                + path("M254 260 L370 410 L254 372 Z", STEEL)
                                + bar("M90 352 H390", 12, STEEL_DARK)
                                + circle(240, 76, 24, STEEL_DARK)
                                + circle(240, 76, 9, "#e4f0f1")),
                entry(
                        "mushroom-anchor",
                        bar("M240 80 V300", 30, IRON)
                                + path("M90 300 C90 420 390 420 390 300 C330 340 150 340 90 300 Z", IRON)
                                + circle(240, 84, 30, STEEL_DARK)
                                + circle(240, 84, 11, "#e4f0f1")
                                + shine("M120 340 C140 376 190 388 220 390", 7)),
                entry(
                        "chain-hook",
                        rope("M110 60 C120 180 180 220 232 250", 22, "#f1efe8", "#9aa5ad")
                                + rope("M370 60 C360 180 300 220 248 250", 22, "#f1efe8", "#9aa5ad")
                                + bar("M240 240 V320 C240 410 340 400 336 320", 34, STEEL)
                                + circle(240, 246, 34, STEEL_DARK)
                                + circle(240, 246, 12, "#e4f0f1")),
                entry(
                        "swivel",
                        bar("M190 170 V110 C190 50 290 50 290 110 V170", 30, STEEL)
                                + box(168, 166, 144, 60, 18, STEEL_DARK)
                                + box(196, 226, 88, 54, 10, STEEL)
                                + box(168, 280, 144, 54, 18, STEEL_DARK)
                                + bar("M190 334 V376 C190 436 290 436 290 376 V334", 30, STEEL)),
                entry(
                        "bow-roller",
                        path("M60 300 L300 260 C380 250 420 280 420 320 L400 360 L60 372 Z", STEEL)
                                + circle(340, 270, 70, "#26313c")
                                + circle(340, 270, 24, STEEL)
                                + bar("M300 190 H392", 12, STEEL_DARK)
                                + circle(110, 336, 10, Drawing.INK)
                                + circle(180, 330, 10, Drawing.INK)),
                entry(
                        "windlass",
                        path("M130 410 L160 220 H320 L350 410 Z", NAVY)
                                + circle(240, 250, 92, BRONZE)
                                + circle(240, 250, 54, "#8a5727")
                                + stroke("M240 158 V196 M240 304 V342 M148 250 H186 M294 250 H332", Drawing.INK, 9, "")
                                + circle(240, 250, 20, BRASS)
                                + bar("M300 190 L400 70", 20, STEEL)
                                + box(372, 40, 60, 40, 12, "#26313c")),
                entry(
                        "anchor-buoy",
                        rope("M240 330 C200 380 300 390 250 440", 12, "#f1efe8", "#9aa5ad")
                                + path("M150 170 C150 80 330 80 330 170 L300 330 H180 Z", "#e4572e")
                                + box(140, 160, 200, 46, 12, "#fdf6e8")
                                + circle(240, 268, 34, "#26313c")
                                + circle(240, 268, 12, STEEL)
                                + bar("M200 76 C210 50 270 50 280 76", 12, "#26313c")),
                entry(
                        "ground-spike",
                        bar("M240 110 V420", 26, IRON)
                                + box(150, 70, 180, 44, 10, IRON)
                                + stroke(RopeDrawings.ring(300, 190, 46), Drawing.INK, 22, "")
                                + stroke(RopeDrawings.ring(300, 190, 46), STEEL, 12, "")
                                + path("M222 400 H258 L240 448 Z", IRON)),
                entry(
                        "snubber",
                        rope(
                                        "M50 380 C130 380 90 240 180 240 C270 240 220 140 300 140 C370 140 360 90 430 90",
                                        20,
                                        "#3f6f9c",
                                        "#1d4266")
                                + bar("M130 330 L350 150", 56, "#2b333b")
                                + stroke("M146 318 L336 162", "#59636c", 8, " stroke-dasharray=\"4 26\"")),
                entry(
                        "mooring-spring",
                        stroke("M90 150 H390", STEEL_DARK, 10, "")
                                + bar(
                                        "M120 240 C120 160 170 160 170 240 C170 320 200 320 200 240 C200 160 250 160 250 240 C250 320 280 320 280 240 C280 160 330 160 330 240",
                                        14,
                                        STEEL)
                                + bar("M60 240 H120", 14, STEEL)
                                + bar("M330 240 H420", 14, STEEL)
                                + circle(60, 240, 28, STEEL_DARK)
                                + circle(424, 240, 28, STEEL_DARK)),
                entry(
                        "sea-anchor",
                        path("M110 120 L370 120 L290 370 H190 Z", "#e4572e")
                                + ellipse(240, 120, 130, 34, "#8f2f14")
                                + ellipse(240, 370, 50, 14, "#8f2f14")
                                + stroke("M112 116 L240 30 L368 116", Drawing.INK, 6, "")
                                + stroke("M190 128 L214 366 M290 128 L266 366", "#f9d9b8", 6, "")),
                entry(
                        "chain-markers",
                        bar("M120 90 C70 90 70 200 120 200 C170 200 170 90 120 90", 26, STEEL)
                                + bar("M200 180 C150 180 150 290 200 290 C250 290 250 180 200 180", 26, STEEL)
                                + bar("M280 270 C230 270 230 380 280 380 C330 380 330 270 280 270", 26, STEEL)
                                + box(96, 118, 48, 54, 8, YELLOW)
                                + box(176, 208, 48, 54, 8, RED)
                                + box(256, 298, 48, 54, 8, "#3f7fb3")
                                + circle(380, 140, 34, "#2d8a5b")
                                + circle(400, 240, 34, YELLOW)));
    }
}
