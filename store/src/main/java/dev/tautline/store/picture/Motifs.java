package dev.tautline.store.picture;

import static dev.tautline.store.picture.Shapes.*;

/// Things that many goods are made of, with their colours as parameters: coils, tins, bottles, books, bags, garments.
final class Motifs {
    private Motifs() {}

    /// A coil of laid rope, bound in three places.
    static String coil(String yarn, String lay, int width) {
        var coil = new StringBuilder(rope("M318 330 C370 352 392 372 410 404", width, yarn, lay));
        for (var radius = 136; radius >= 64; radius -= width + 8) {
            coil.append(rope(RopeDrawings.ring(240, 236, radius), width, yarn, lay));
        }
        return coil
                + box(216, 88, 48, 92, 10, "#f4ede0")
                + stroke("M224 108 H256 M224 128 H256 M224 148 H256", lay, 5, "");
    }

    /// Braided line made up for hanging.
    static String hank(String cover, String tracer) {
        var hank = new StringBuilder();
        for (var x = 156; x <= 324; x += 28) {
            hank.append(braid(
                    "M240 176 C%d 56 %d 56 %d 128 L%d 340 C%d 428 %d 428 240 280".formatted(x - 8, x, x, x, x, x),
                    14,
                    cover,
                    tracer));
        }
        for (var y = 190; y <= 246; y += 18) {
            hank.append(braid("M146 %d C200 %d 280 %d 334 %d".formatted(y, y + 12, y + 12, y), 14, cover, tracer));
        }
        return hank.toString();
    }

    static String spool(String yarn, String flange) {
        var turns = new StringBuilder();
        for (var y = 156; y <= 326; y += 11) {
            turns.append(stroke(
                    "M152 %d C200 %d 280 %d 328 %d".formatted(y, y + 10, y + 10, y - 4),
                    Drawing.INK,
                    2,
                    " opacity=\"0.45\""));
        }
        return path("M150 140 H330 V344 C290 360 190 360 150 344 Z", yarn)
                + turns
                + shade("M280 140 H330 V344 C316 350 300 354 280 356 Z")
                + path("M122 108 C122 86 358 86 358 108 V136 C358 160 122 160 122 136 Z", flange)
                + ellipse(240, 108, 32, 9, Drawing.INK)
                + path("M122 346 C122 370 358 370 358 346 V374 C358 400 122 400 122 374 Z", flange)
                + bar("M328 306 C392 300 424 340 396 378 C384 396 402 410 418 402", 5, yarn);
    }

    /// A paint tin with a label.
    static String tin(String body, String label, String emblem) {
        return stroke("M116 172 C70 70 410 70 364 172", STEEL_DARK, 7, "")
                + path("M114 168 H366 V388 C366 424 114 424 114 388 Z", body)
                + path("M114 216 H366 V352 C366 386 114 386 114 352 Z", label)
                + shade("M316 168 H366 V388 C366 404 348 410 316 414 Z")
                + ellipse(240, 168, 126, 34, STEEL)
                + ellipse(240, 166, 94, 22, STEEL_DARK)
                + emblem
                + shine("M132 226 V352", 8);
    }

    static String bottle(String body, String cap, String emblem) {
        return box(206, 52, 68, 60, 10, cap)
                + stroke("M222 62 V102 M240 62 V102 M258 62 V102", Drawing.INK, 3, " opacity=\"0.5\"")
                + path(
                        "M208 112 H272 C276 150 332 156 332 206 V396 C332 412 322 422 306 422 H174 C158 422 148 412 148 396 V206 C148 156 204 150 208 112 Z",
                        body)
                + box(164, 230, 152, 140, 8, "#fbf3e3")
                + shade("M296 172 C320 180 332 190 332 206 V396 C332 412 322 422 306 422 H296 Z")
                + emblem
                + shine("M166 206 V400", 7);
    }

    static String tapeRoll(String colour, String core) {
        return path(
                        "M100 250 C100 160 160 96 240 96 C320 96 380 160 380 250 V290 C380 370 320 420 240 420 C160 420 100 370 100 290 Z",
                        colour)
                + shade("M318 120 C356 148 380 196 380 250 V290 C380 350 348 390 318 404 Z")
                + ellipse(240, 246, 140, 148, colour)
                + ellipse(240, 246, 78, 84, core)
                + ellipse(240, 262, 68, 70, "#f9f5ea")
                + path("M364 314 L436 300 L440 342 L370 360 Z", colour)
                + shine("M132 190 C152 150 188 126 228 122", 8);
    }

    static String book(String cover, String band, String emblem) {
        return path("M120 92 H348 C360 92 368 100 368 112 V392 H140 C128 392 120 384 120 372 Z", "#f7f1e3")
                + path("M104 84 H344 V376 H126 C112 376 104 384 104 396 Z", cover)
                + path("M104 396 C104 384 112 376 126 376 H362 V412 H126 C112 412 104 408 104 396 Z", "#f7f1e3")
                + stroke("M128 390 H362 M128 400 H362", STEEL_DARK, 2, "")
                + box(124, 84, 22, 292, 0, band)
                + emblem
                + shine("M330 100 V360", 6);
    }

    /// A round instrument in a case; the hands point where they are told, in degrees.
    static String dial(String case_, String face, int first, int second) {
        var marks = new StringBuilder();
        for (var turn = 0; turn < 360; turn += 30) {
            marks.append(turned(turn, stroke("M240 128 V146", Drawing.INK, 5, "")));
        }
        return circle(240, 244, 164, case_)
                + circle(240, 244, 132, face)
                + moved(0, 4, marks.toString())
                + moved(0, 4, turned(first, stroke("M240 250 V160", Drawing.INK, 8, "")))
                + moved(0, 4, turned(second, stroke("M240 258 V136", RED, 5, "")))
                + circle(240, 244, 11, case_)
                + shine("M118 190 C140 140 180 112 224 102", 9);
    }

    /// A jacket, smock or jumper; the detail is drawn on its front.
    static String top(String cloth, String trim, String detail) {
        return path(
                        "M186 82 L120 112 L58 296 L112 322 L142 248 V412 H338 V248 L368 322 L422 296 L360 112 L294 82 C282 116 198 116 186 82 Z",
                        cloth)
                + shade("M338 248 L368 322 L422 296 L360 112 L310 90 C330 150 336 200 338 248 Z")
                + path("M186 82 C198 116 282 116 294 82 L304 60 C270 76 210 76 176 60 Z", trim)
                + path("M58 296 L112 322 L104 342 L50 316 Z", trim)
                + path("M422 296 L368 322 L376 342 L430 316 Z", trim)
                + box(138, 394, 204, 26, 6, trim)
                + detail
                + shine("M160 140 V380", 6);
    }

    /// A bag with a strap, tall or wide.
    static String bag(String cloth, String trim, int half) {
        return path(
                        "M%d 132 C%d 110 %d 110 %d 132 L%d 396 C%d 424 %d 424 %d 396 Z"
                                .formatted(
                                        240 - half,
                                        240 - half,
                                        240 + half,
                                        240 + half,
                                        240 + half + 14,
                                        240 + half + 10,
                                        240 - half - 10,
                                        240 - half - 14),
                        cloth)
                + shade("M%d 118 C%d 122 %d 126 %d 132 L%d 396 C%d 408 %d 414 %d 416 Z"
                        .formatted(
                                240 + half - 40,
                                240 + half - 20,
                                240 + half,
                                240 + half,
                                240 + half + 14,
                                240 + half + 8,
                                240 + half - 20,
                                240 + half - 34))
                + ellipse(240, 130, half, 24, trim)
                + stroke(
                        "M%d 150 C%d 40 %d 40 %d 150"
                                .formatted(240 - half + 14, 240 - half, 240 + half, 240 + half - 14),
                        trim,
                        10,
                        "")
                + shine("M%d 170 V380".formatted(240 - half + 20), 7);
    }

    /// A box with a lid that stands open, filled with something.
    static String kit(String body, String inside, String content) {
        return path("M96 120 H384 L404 200 H76 Z", inside)
                + path("M76 200 H404 V392 C404 402 396 410 386 410 H94 C84 410 76 402 76 392 Z", body)
                + box(96, 220, 288, 168, 8, inside)
                + content
                + box(214, 196, 52, 18, 4, BRASS)
                + shine("M92 216 V390", 6);
    }

    /// A letter or two on a label.
    static String word(String text, int y, int size, String colour) {
        return "<text x=\"240\" y=\"%d\" font-family=\"Georgia, serif\" font-size=\"%d\" font-weight=\"700\" text-anchor=\"middle\" fill=\"%s\" stroke=\"none\">%s</text>"
                .formatted(y, size, colour, text);
    }

    /// A drop of something liquid.
    static String drop(int x, int y, String colour) {
        return moved(
                x,
                y,
                path(
                        "M0 -50 C20 -16 36 2 36 22 C36 44 18 56 0 56 C-18 56 -36 44 -36 22 C-36 2 -20 -16 0 -50 Z",
                        colour));
    }

    static String grip(String wood, int fromY, int toY) {
        return path(
                "M216 %d C208 %d 204 %d 210 %d C216 %d 264 %d 270 %d C276 %d 272 %d 264 %d Z"
                        .formatted(
                                fromY,
                                fromY + 40,
                                toY - 50,
                                toY - 14,
                                toY + 8,
                                toY + 8,
                                toY - 14,
                                toY - 50,
                                fromY + 40,
                                fromY),
                wood);
    }
}
