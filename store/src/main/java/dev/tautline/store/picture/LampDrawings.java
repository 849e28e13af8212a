package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.BRASS;
import static dev.tautline.store.picture.Shapes.BRASS_DARK;
import static dev.tautline.store.picture.Shapes.RED;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.STEEL_DARK;
import static dev.tautline.store.picture.Shapes.YELLOW;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.ellipse;
import static dev.tautline.store.picture.Shapes.glow;
import static dev.tautline.store.picture.Shapes.moved;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;

import java.util.Map;

/// Lamps, drawn at night with their light on.
final class LampDrawings {
    private static final String WARM = "#ffd98a";

    private LampDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "hurricane-lantern", new Drawing(Tile.NIGHT, hurricane()),
                "side-lights", new Drawing(Tile.NIGHT, sideLights()),
                "cabin-lamp", new Drawing(Tile.NIGHT, cabinLamp()),
                "anchor-light", new Drawing(Tile.NIGHT, anchorLight()),
                "head-torch", new Drawing(Tile.NIGHT, headTorch()));
    }

    private static String hurricane() {
        return glow(240, 246, 230, WARM)
                + stroke("M150 130 C140 20 340 20 330 130", STEEL, 9, "")
                + bar("M146 340 C112 270 112 190 168 118", 15, RED)
                + bar("M334 340 C368 270 368 190 312 118", 15, RED)
                + path("M176 318 C148 260 164 196 204 164 H276 C316 196 332 260 304 318 Z", "#fff1c9")
                + path("M240 300 C206 280 220 246 240 204 C260 246 274 280 240 300 Z", "#f5a623")
                + path("M240 296 C226 284 232 266 240 248 C248 266 254 284 240 296 Z", "#fff7df")
                + stroke("M170 238 C200 254 280 254 310 238 M240 164 V200", STEEL_DARK, 5, "")
                + shine("M188 290 C176 256 184 220 204 190", 8)
                + path("M188 164 H292 L276 118 H204 Z", RED)
                + path("M196 118 H284 L270 84 H210 Z", "#9c2f14")
                + box(222, 64, 36, 24, 6, STEEL)
                + path("M166 316 H314 L326 346 H154 Z", "#9c2f14")
                + path("M140 346 H340 C356 346 360 400 344 412 H136 C120 400 124 346 140 346 Z", RED)
                + circle(312, 368, 12, BRASS)
                + shine("M144 362 C140 376 140 388 144 396", 7);
    }

    private static String sideLights() {
        return moved(-84, 0, sideLight("#e33b2e", "#ff9d8f")) + moved(96, 24, sideLight("#1f9d57", "#9ff0bd"));
    }

    private static String sideLight(String lens, String light) {
        return glow(240, 230, 130, light)
                + path("M172 140 H308 L296 96 C290 80 190 80 184 96 Z", "#2b3640")
                + path("M180 140 H300 V312 H180 Z", lens)
                + stroke(
                        "M184 166 H296 M184 192 H296 M184 218 H296 M184 244 H296 M184 270 H296 M184 292 H296",
                        light,
                        5,
                        " opacity=\"0.75\"")
                + shine("M198 152 V300", 10)
                + path("M166 312 H314 L324 372 H156 Z", "#2b3640")
                + circle(190, 344, 9, STEEL)
                + circle(290, 344, 9, STEEL);
    }

    private static String cabinLamp() {
        return glow(240, 200, 210, WARM)
                + path("M396 90 H428 V400 H396 Z", BRASS_DARK)
                + stroke("M412 116 V116 M412 374 V374", "#14273a", 12, "")
                + bar("M412 244 C396 330 340 352 240 352", 13, BRASS)
                + path("M190 92 C190 62 290 62 290 92 L304 118 H176 Z", BRASS)
                + stroke("M240 64 C240 40 240 36 240 30", BRASS, 9, "")
                + path("M206 300 C196 240 186 220 210 138 H270 C294 220 284 240 274 300 Z", "#fff1c9")
                + path("M240 288 C214 270 226 236 240 198 C254 236 266 270 240 288 Z", "#f5a623")
                + shine("M214 280 C208 240 204 210 218 160", 7)
                + path("M194 296 H286 L278 326 H202 Z", BRASS_DARK)
                + path("M176 326 H304 C322 326 318 404 268 416 H212 C162 404 158 326 176 326 Z", BRASS)
                + shade("M260 326 H304 C322 326 318 404 268 416 H250 C286 390 282 350 260 326 Z")
                + circle(304, 352, 12, BRASS_DARK)
                + shine("M184 344 C180 372 194 392 210 400", 8);
    }

    private static String anchorLight() {
        var ribs = new StringBuilder();
        for (var y = 168; y <= 264; y += 19) {
            ribs.append(stroke("M172 %d C200 %d 280 %d 308 %d".formatted(y, y + 9, y + 9, y), "#b8d6e2", 5, ""));
        }
        return glow(240, 214, 230, "#fdf6d8")
                + bar(RopeDrawings.ring(240, 60, 22), 9, STEEL)
                + path("M176 142 C176 92 304 92 304 142 Z", "#41535e")
                + path("M168 142 H312 V284 H168 Z", "#fffbe8")
                + ribs
                + shine("M188 152 V274", 9)
                + path("M156 284 H324 L334 318 H146 Z", "#41535e")
                + path("M172 318 H308 L300 366 H180 Z", "#2b3640")
                + stroke("M240 366 C240 420 300 396 312 420 C320 440 360 440 380 428", "#e8edf0", 9, "");
    }

    private static String headTorch() {
        return "<path d=\"M240 230 L30 100 V372 Z\" fill=\"#fff3c2\" stroke=\"none\" opacity=\"0.16\"/>"
                + bar("M196 170 C300 60 452 120 440 250 C430 356 320 404 204 318", 26, "#37505f")
                + stroke(
                        "M214 166 C304 84 430 136 424 246 C416 330 326 372 222 312",
                        YELLOW,
                        7,
                        " stroke-dasharray=\"18 12\"")
                + path(
                        "M150 158 H252 C272 158 280 172 280 186 V298 C280 316 270 326 252 326 H150 C132 326 122 314 122 298 V186 C122 170 132 158 150 158 Z",
                        YELLOW)
                + shade("M240 158 H252 C272 158 280 172 280 186 V298 C280 316 270 326 252 326 H228 Z")
                + circle(188, 230, 54, "#2b3640")
                + circle(188, 230, 38, "#fffbe8")
                + circle(188, 230, 15, WARM)
                + circle(166, 300, 10, "#ff6b57")
                + ellipse(232, 174, 22, 9, "#2b3640")
                + glow(188, 230, 120, "#fff3c2");
    }
}
