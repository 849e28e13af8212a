package dev.tautline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
    /// The key of RFC 6238, appendix B, in base 32.
    private static final String KEY = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Authenticator.code(KEY, Instant.ofEpochSecond(second))).isEqualTo(code);
    }
}
