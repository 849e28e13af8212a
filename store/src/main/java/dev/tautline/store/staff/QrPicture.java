package dev.tautline.store.staff;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as one path of squares, to be drawn inside a page: the secret in it goes over no other address, and no
/// script
/// or style of the page's own is needed. Pure.
///
/// @param size of the drawing with its quiet zone, in modules
/// @param path what SVG calls `d`
public record QrPicture(int size, String path) {
    // ISO/IEC 18004, 5.3.8: four modules of ground on each side.
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }

    @Override
    public String toString() {
        return "QrPicture[hidden]";
    }
}
