package dev.tautline.store.picture;

import java.util.Locale;

/// Shapes that several drawings share, with their measures as parameters. Coordinates are those of the 480 × 480
/// picture.
final class Shapes {
    static final String BRASS = "#d9a441";
    static final String BRASS_DARK = "#a3721f";
    static final String BRONZE = "#b87a3d";
    static final String STEEL = "#c9d3d9";
    static final String STEEL_DARK = "#8b9aa5";
    static final String IRON = "#6d7c88";
    static final String WOOD = "#b98550";
    static final String WOOD_DARK = "#87592b";
    static final String RED = "#c9401e";
    static final String NAVY = "#1f4468";
    static final String YELLOW = "#f2b632";

    private Shapes() {}

    /// Laid rope along a path: an outline, the yarn, and the lay as short dashes across it.
    static String rope(String path, int width, String yarn, String lay) {
        return stroke(path, Drawing.INK, width + 10, "")
                + stroke(path, yarn, width, "")
                + stroke(
                        path,
                        lay,
                        width,
                        " stroke-dasharray=\"3 %d\" stroke-linecap=\"butt\"".formatted(width * 2 / 3));
    }

    /// Braided rope: a tracer runs along the middle in short pieces.
    static String braid(String path, int width, String cover, String tracer) {
        return stroke(path, Drawing.INK, width + 10, "")
                + stroke(path, cover, width, "")
                + stroke(path, tracer, width / 2, " stroke-dasharray=\"9 13\" stroke-linecap=\"butt\"");
    }

    /// A bar of one colour with an outline, such as a shackle's bow.
    static String bar(String path, int width, String colour) {
        return stroke(path, Drawing.INK, width + 12, "") + stroke(path, colour, width, "");
    }

    static String stroke(String path, String colour, int width, String more) {
        return "<path d=\"%s\" stroke=\"%s\" stroke-width=\"%d\" fill=\"none\"%s/>"
                .formatted(path, colour, width, more);
    }

    static String path(String path, String fill) {
        return "<path d=\"%s\" fill=\"%s\"/>".formatted(path, fill);
    }

    static String circle(double x, double y, double radius, String fill) {
        return String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill);
    }

    static String ellipse(int x, int y, int radiusX, int radiusY, String fill) {
        return "<ellipse cx=\"%d\" cy=\"%d\" rx=\"%d\" ry=\"%d\" fill=\"%s\"/>".formatted(x, y, radiusX, radiusY, fill);
    }

    static String box(int x, int y, int width, int height, int corner, String fill) {
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\"/>"
                .formatted(x, y, width, height, corner, fill);
    }

    /// A highlight: thin, white, half transparent.
    static String shine(String path, int width) {
        return stroke(path, "#ffffff", width, " opacity=\"0.55\"");
    }

    /// A part in shadow, without an outline.
    static String shade(String path) {
        return "<path d=\"%s\" fill=\"%s\" stroke=\"none\" opacity=\"0.18\"/>".formatted(path, Drawing.INK);
    }

    /// Light around a lamp.
    static String glow(int x, int y, int radius, String colour) {
        var rings = new StringBuilder();
        for (var ring = 4; ring >= 1; ring--) {
            rings.append("<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" stroke=\"none\" opacity=\"0.13\"/>"
                    .formatted(x, y, radius * ring / 4, colour));
        }
        return rings.toString();
    }

    static String turned(int degrees, String shapes) {
        return "<g transform=\"rotate(%d 240 240)\">%s</g>".formatted(degrees, shapes);
    }

    static String moved(int x, int y, String shapes) {
        return "<g transform=\"translate(%d %d)\">%s</g>".formatted(x, y, shapes);
    }

    static String flipped(String shapes) {
        return "<g transform=\"translate(480 0) scale(-1 1)\">%s</g>".formatted(shapes);
    }
}
