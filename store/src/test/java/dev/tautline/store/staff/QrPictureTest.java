package dev.tautline.store.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {
    private static final Pattern SQUARE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int QUIET = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Chandlery:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Chandlery",
                "x"
            })
    void anotherLibraryReadsWhatWasDrawn(String text) throws ReaderException {
        assertThat(new Decoder().decode(modules(QrPicture.of(text))).getText()).isEqualTo(text);
    }

    @Test
    void neverTellsItsSecretByChance() {
        assertThat(QrPicture.of("otpauth://totp/a?secret=AAAA")).hasToString("QrPicture[hidden]");
    }

    /// Dark is true; the ground around the code must be clear.
    private static boolean[][] modules(QrPicture picture) {
        var size = picture.size() - 2 * QUIET;
        var modules = new boolean[size][size];
        var drawn = SQUARE.matcher(picture.path());
        var end = 0;
        while (drawn.find()) {
            assertThat(drawn.start()).isEqualTo(end);
            end = drawn.end();
            modules[Integer.parseInt(drawn.group(2)) - QUIET][Integer.parseInt(drawn.group(1)) - QUIET] = true;
        }
        assertThat(end).isEqualTo(picture.path().length());
        return modules;
    }
}
