package dev.tautline.store.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B; the seeds of the longer hashes are those of erratum 2866.
    @ParameterizedTest
    @CsvSource({
        "59, SHA1, 94287082",
        "59, SHA256, 46119246",
        "59, SHA512, 90693936",
        "1111111109, SHA1, 07081804",
        "1111111109, SHA256, 68084774",
        "1111111109, SHA512, 25091201",
        "1111111111, SHA1, 14050471",
        "1111111111, SHA256, 67062674",
        "1111111111, SHA512, 99943326",
        "1234567890, SHA1, 89005924",
        "1234567890, SHA256, 91819424",
        "1234567890, SHA512, 93441116",
        "2000000000, SHA1, 69279037",
        "2000000000, SHA256, 90698825",
        "2000000000, SHA512, 38618901",
        "20000000000, SHA1, 65353130",
        "20000000000, SHA256, 77737706",
        "20000000000, SHA512, 47863826"
    })
    void makesTheCodesOfTheStandard(long seconds, Totp.Hash hash, String code) {
        var length = switch (hash) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
        var secret = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);

        assertThat(Totp.code(hash, secret, Totp.stepAt(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /// RFC 4226, appendix D.
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void makesTheCodesOfTheStandardBelow(long step, String code) {
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void takesCodesOfOneStepAround(int away, boolean taken) {
        var now = Instant.ofEpochSecond(1_800_000_015);
        var step = Totp.stepAt(now) + away;

        var found = Totp.stepOf(SECRET, Totp.code(SECRET, step), now);

        assertThat(found.isPresent()).isEqualTo(taken);
        found.ifPresent(number -> assertThat(number).isEqualTo(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12a456", "١٢٣٤٥٦", "-12345"})
    void whatIsNoCodeBelongsToNoTime(String code) {
        assertThat(Totp.stepOf(SECRET, code, Instant.EPOCH)).isEmpty();
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsAsTheStandardDoes(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void anAuthenticatorIsToldEverythingByOneUri() {
        var member = new StaffMember(new UUID(0, 1), "ada+x@example.org", "Ada", Role.ADMIN, 1, false, false);

        assertThat(SecondFactor.uri(member, SECRET))
                .isEqualTo(
                        "otpauth://totp/Chandlery%3Aada%2Bx%40example.org"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Chandlery&algorithm=SHA1&digits=6&period=30");
    }
}
