package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.BRASS;
import static dev.tautline.store.picture.Shapes.BRASS_DARK;
import static dev.tautline.store.picture.Shapes.NAVY;
import static dev.tautline.store.picture.Shapes.RED;
import static dev.tautline.store.picture.Shapes.STEEL;
import static dev.tautline.store.picture.Shapes.WOOD;
import static dev.tautline.store.picture.Shapes.WOOD_DARK;
import static dev.tautline.store.picture.Shapes.YELLOW;
import static dev.tautline.store.picture.Shapes.bar;
import static dev.tautline.store.picture.Shapes.box;
import static dev.tautline.store.picture.Shapes.circle;
import static dev.tautline.store.picture.Shapes.ellipse;
import static dev.tautline.store.picture.Shapes.path;
import static dev.tautline.store.picture.Shapes.shade;
import static dev.tautline.store.picture.Shapes.shine;
import static dev.tautline.store.picture.Shapes.stroke;
import static dev.tautline.store.picture.Shapes.turned;

import java.util.Locale;
import java.util.Map;

/// Paper and brass.
final class NavigationDrawings {
    private NavigationDrawings() {}

    static Map<String, Drawing> all() {
        return Map.of(
                "coastal-chart", new Drawing(Tile.PAPER, chart()),
                "brass-dividers", new Drawing(Tile.PAPER, dividers()),
                "steering-compass", new Drawing(Tile.PAPER, compass()),
                "aneroid-barometer", new Drawing(Tile.PAPER, barometer()),
                "marine-binoculars", new Drawing(Tile.PAPER, binoculars()),
                "ships-log", new Drawing(Tile.PAPER, logBook()));
    }

    private static String chart() {
        return turned(
                -5,
                path("M62 112 L178 86 L300 112 L420 86 V368 L300 396 L178 368 L62 396 Z", "#dcecef")
                        + "<path d=\"M62 112 L150 92 C170 150 130 186 160 220 C190 250 150 300 118 330 C100 350 84 372 62 380 Z\" fill=\"#eed9a2\"/>"
                        + "<path d=\"M330 176 C360 160 392 176 388 210 C384 240 346 246 330 226 C318 212 316 188 330 176 Z\" fill=\"#eed9a2\"/>"
                        + stroke(
                                "M190 96 C214 160 172 190 202 226 C228 262 186 312 160 350 M226 102 C250 160 214 200 240 236 C262 272 230 320 206 366",
                                "#7fb3c2",
                                4,
                                "")
                        + stroke(
                                "M306 150 C350 124 420 160 410 214 C400 266 330 276 304 242 C286 216 286 168 306 150",
                                "#7fb3c2",
                                4,
                                "")
                        + stroke("M178 86 V368 M300 112 V396", "#9db7bd", 4, "")
                        + rose(338, 326, 42)
                        + stroke("M172 330 L260 250 L366 150", RED, 5, " stroke-dasharray=\"12 9\"")
                        + shade("M178 86 L300 112 V396 L178 368 Z"));
    }

    private static String rose(int x, int y, int size) {
        return circle(x, y, size, "#fbf6ea")
                + path(
                        "M%d %d L%d %d L%d %d L%d %d Z".formatted(x, y - size + 6, x + 9, y, x, y + size - 6, x - 9, y),
                        RED)
                + path(
                        "M%d %d L%d %d L%d %d L%d %d Z".formatted(x - size + 6, y, x, y - 9, x + size - 6, y, x, y + 9),
                        NAVY);
    }

    private static String dividers() {
        return path("M206 178 L116 402 L132 408 L232 196 Z", STEEL)
                + path("M274 178 L364 402 L348 408 L248 196 Z", STEEL)
                + path(
                        "M240 74 C320 74 344 150 300 214 L268 292 L244 280 L272 204 C296 160 284 120 240 120 C196 120 184 160 208 204 L236 280 L212 292 L180 214 C136 150 160 74 240 74 Z",
                        BRASS)
                + circle(240, 96, 24, BRASS_DARK)
                + circle(240, 96, 8, "#14273a")
                + shine("M176 132 C182 110 198 96 212 92", 7)
                + stroke("M60 424 H420", "#b79d72", 5, "")
                + ticks();
    }

    private static String ticks() {
        var marks = new StringBuilder();
        for (var x = 76; x <= 404; x += 24) {
            marks.append(stroke("M%d 424 V%d".formatted(x, x % 48 == 28 ? 438 : 432), "#b79d72", 4, ""));
        }
        return marks.toString();
    }

    private static String compass() {
        return path("M92 300 H388 L416 396 C416 412 64 412 64 396 Z", "#2b3640")
                + path("M84 276 C84 240 396 240 396 276 V306 C396 342 84 342 84 306 Z", "#41505d")
                + path("M104 262 C104 130 160 84 240 84 C320 84 376 130 376 262 C340 300 140 300 104 262 Z", "#d6ebf0")
                + path("M122 256 C150 206 330 206 358 256 C330 292 150 292 122 256 Z", "#16242f")
                + degrees()
                + path("M240 212 L256 252 L240 246 L224 252 Z", RED)
                + stroke("M240 276 V300", YELLOW, 7, "")
                + shine("M134 214 C144 152 176 118 214 106", 11)
                + shine("M88 366 H180", 6)
                + circle(118, 368, 10, BRASS)
                + circle(362, 368, 10, BRASS);
    }

    private static String degrees() {
        var marks = new StringBuilder();
        for (var mark = 0; mark <= 12; mark++) {
            var angle = Math.PI * (0.06 + 0.88 * mark / 12);
            var x = 240 - 108 * Math.cos(angle);
            var y = 246 + 34 * Math.sin(angle);
            marks.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1f l0 %d\" stroke=\"#f6f3ea\" stroke-width=\"4\"/>",
                    x,
                    y - 12,
                    mark % 3 == 0 ? 12 : 6));
        }
        return marks.toString();
    }

    private static String barometer() {
        var dial = new StringBuilder(path(
                        "M240 34 C270 34 268 70 300 76 C400 96 430 190 424 250 C418 350 350 430 240 438 C130 430 62 350 56 250 C50 190 80 96 180 76 C212 70 210 34 240 34 Z",
                        WOOD))
                .append(stroke("M88 190 C84 250 92 300 120 344 M392 190 C396 250 388 300 360 344", WOOD_DARK, 5, ""))
                .append(circle(240, 62, 11, BRASS_DARK))
                .append(circle(240, 248, 156, BRASS))
                .append(circle(240, 248, 132, "#fdf8ea"));
        for (var mark = 0; mark <= 30; mark++) {
            var angle = Math.PI * (0.75 + 1.5 * mark / 30);
            var inner = mark % 5 == 0 ? 96 : 108;
            dial.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke-width=\"%d\"/>",
                    240 + 118 * Math.cos(angle),
                    248 + 118 * Math.sin(angle),
                    240 + inner * Math.cos(angle),
                    248 + inner * Math.sin(angle),
                    mark % 5 == 0 ? 6 : 3));
        }
        return dial.append(circle(240, 306, 26, "#e8d9b0"))
                .append(stroke("M240 244 L330 176", BRASS_DARK, 8, ""))
                .append(stroke("M262 272 L172 158", Drawing.INK, 8, ""))
                .append(circle(240, 244, 15, BRASS))
                .append(shine("M126 206 C142 158 176 128 214 118", 9))
                .toString();
    }

    private static String binoculars() {
        var barrel =
                path("M92 196 L138 106 C150 92 198 92 208 106 L222 196 L226 366 C200 392 100 392 76 366 Z", "#26363f")
                        + path("M132 92 H208 L212 122 H126 Z", "#41535e")
                        + path("M70 342 C110 368 190 368 228 342 L228 384 C190 412 106 412 68 384 Z", "#41535e")
                        + ellipse(148, 388, 62, 17, "#7cc0d6")
                        + shine("M112 200 L98 320", 8)
                        + stroke("M118 392 C130 398 150 400 164 398", "#ffffff", 5, " opacity=\"0.8\"");
        return path("M214 176 H266 V288 H214 Z", "#41535e")
                + barrel
                + Shapes.flipped(barrel)
                + circle(240, 150, 26, BRASS)
                + stroke("M232 134 V166 M248 134 V166", BRASS_DARK, 4, "")
                + stroke("M80 250 C30 250 30 120 60 60", RED, 9, "")
                + stroke("M400 250 C450 250 450 120 420 60", RED, 9, "");
    }

    private static String logBook() {
        return turned(
                -6,
                path(
                                "M118 96 H358 C370 96 378 104 378 116 V384 H130 C112 384 104 372 104 362 V110 C104 102 110 96 118 96 Z",
                                NAVY)
                        + path("M130 356 H378 V392 C378 396 376 400 372 400 H130 C104 400 104 356 130 356 Z", "#f6ecd6")
                        + stroke("M134 370 H374 M134 384 H374", "#c8b790", 3, "")
                        + box(104, 96, 34, 262, 6, "#16324d")
                        + box(176, 148, 164, 116, 8, "#f6ecd6")
                        + bar("M258 178 V236", 6, NAVY)
                        + stroke(
                                "M232 194 H284 M224 218 C228 240 244 246 258 246 C272 246 288 240 292 218",
                                Drawing.INK,
                                7,
                                "")
                        + circle(258, 172, 8, "#f6ecd6")
                        + stroke("M178 296 H338", BRASS, 6, "")
                        + path("M300 384 H328 V440 L314 424 L300 440 Z", RED));
    }
}
