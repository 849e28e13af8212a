package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.IRON;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.STEEL_DARK;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.rope;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;
import static dev.tautline.store.picture.Shapes.turned;

import java.util.Map;

/// What holds a boat.
final class AnchorDrawings {
    private AnchorDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "plough-anchor", new Drawing(Tile.WATER, plough()),
                "fisherman-anchor", new Drawing(Tile.WATER, fisherman()),
                "folding-grapnel", new Drawing(Tile.WATER, grapnel()),
                "anchor-chain", new Drawing(Tile.WATER, chain()),
                "mooring-buoy", new Drawing(Tile.WATER, buoy()));
    }

    private static String plough() {
        return bar(RopeDrawings.ring(402, 120, 22), 10, STEEL)
                + path("M384 112 L414 142 L250 296 L196 318 L214 262 Z", STEEL)
                + shine("M376 136 L240 264", 7)
                + path(
                        "M214 240 C150 250 84 300 62 372 C120 372 176 396 236 432 C258 380 262 320 246 280 Z",
                        STEEL_DARK)
                + path("M222 258 C170 282 106 330 62 372 C130 350 196 330 250 318 Z", STEEL)
                + circle(226, 276, 17, IRON)
                + shine("M196 290 C160 312 130 332 104 350", 6);
    }

    private static String fisherman() {
        return bar(RopeDrawings.ring(240, 74, 32), 13, STEEL)
                + bar("M240 112 V392", 30, IRON)
                + bar("M86 288 C104 386 176 402 240 402 C304 402 376 386 394 288", 26, IRON)
                + path("M64 316 L84 246 L134 292 C118 312 90 322 64 316 Z", IRON)
                + path("M416 316 L396 246 L346 292 C362 312 390 322 416 316 Z", IRON)
                + bar("M112 156 H368", 16, STEEL_DARK)
                + circle(104, 156, 18, STEEL_DARK)
                + circle(376, 156, 18, STEEL_DARK)
                + box(218, 138, 44, 36, 8, STEEL_DARK)
                + shine("M232 186 V370 M122 336 C140 372 176 388 214 392", 6);
    }

    private static String grapnel() {
        return rope("M240 66 C300 20 360 70 420 44", 14, "#f6f3ea", "#9aa7b0")
                + bar(RopeDrawings.ring(240, 92, 26), 11, STEEL)
                + arm("M240 376 C200 410 170 370 164 330")
                + arm("M240 376 C280 410 310 370 316 330")
                + arm("M240 376 C160 420 92 360 84 282")
                + arm("M240 376 C320 420 388 360 396 282")
                + bar("M240 122 V376", 24, STEEL)
                + box(208, 296, 64, 34, 10, STEEL_DARK)
                + path("M208 372 H272 L262 414 H218 Z", STEEL_DARK)
                + shine("M234 136 V286", 5)
                + path("M68 296 L78 246 L108 286 Z", STEEL)
                + path("M412 296 L402 246 L372 286 Z", STEEL)
                + path("M150 342 L160 296 L184 334 Z", STEEL)
                + path("M330 342 L320 296 L296 334 Z", STEEL);
    }

    private static String arm(String path) {
        return bar(path, 16, STEEL);
    }

    private static String chain() {
        var links = new StringBuilder();
        for (var link = 0; link < 4; link++) {
            links.append(bar("M240 %d V%d".formatted(74 + link * 92, 120 + link * 92), 20, STEEL_DARK));
        }
        for (var link = 0; link < 4; link++) {
            var y = 2 + link * 92;
            links.append(bar(
                            "M206 %d C206 %d 274 %d 274 %d V%d C274 %d 206 %d 206 %d Z"
                                    .formatted(y + 30, y - 8, y - 8, y + 30, y + 74, y + 112, y + 112, y + 74),
                            22,
                            STEEL))
                    .append(shine("M202 %d V%d".formatted(y + 34, y + 66), 5));
        }
        for (var link = 0; link < 4; link++) {
            links.append(bar("M240 %d V%d".formatted(78 + link * 92, 96 + link * 92), 20, STEEL_DARK));
        }
        return turned(38, "<g transform=\"translate(-60 -58) scale(1.25)\">" + links + "</g>");
    }

    private static String buoy() {
        return bar("M196 116 C196 64 284 64 284 116", 18, "#2b3640")
                + circle(240, 246, 138, "#ef6a2f")
                + shade("M378 246 A138 138 0 0 1 120 314 C220 360 330 320 352 166 C368 190 378 216 378 246 Z")
                + path(
                        "M106 220 C180 252 300 252 374 220 C378 240 378 256 375 272 C300 304 180 304 105 272 C102 256 102 240 106 220 Z",
                        "#fbf6ea")
                + shine("M146 178 C158 150 180 132 204 124", 12)
                + box(220, 96, 40, 26, 6, STEEL)
                + bar(RopeDrawings.ring(240, 410, 20), 9, STEEL)
                + stroke("M46 402 C76 386 96 418 126 402 M354 402 C384 386 404 418 434 402", "#4d8791", 7, "");
    }
}
