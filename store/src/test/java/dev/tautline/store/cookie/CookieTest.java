package dev.tautline.store.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class CookieTest {
    private static final CookieKey KEY = new CookieKey("a secret that is long enough for this test");
    private static final CookieKey OTHER = new CookieKey("b secret that is long enough for this test");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aSignedTextIsVerified() {
        var signed = new Signed(KEY, "basket");

        assertThat(signed.verify(signed.sign("1|RIG-BOW-06:1:990"))).contains("1|RIG-BOW-06:1:990");
    }

    @Test
    void aChangedTextIsRefusedWhereverItIsChanged() {
        var signed = new Signed(KEY, "basket");
        var value = signed.sign("1|RIG-BOW-06:1:990");

        for (var place = 0; place < value.length(); place++) {
            var forged = new StringBuilder(value);
            forged.setCharAt(place, value.charAt(place) == 'A' ? 'Q' : 'A');
            assertThat(signed.verify(forged.toString()))
                    .as("changed at %d", place)
                    .isEmpty();
        }
    }

    @Test
    void anotherKeyOrAnotherUseIsRefused() {
        var value = new Signed(KEY, "basket").sign("text");

        assertThat(new Signed(OTHER, "basket").verify(value)).isEmpty();
        assertThat(new Signed(KEY, "checkout").verify(value)).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        var signed = new Signed(KEY, "basket");

        assertThat(signed.verify("")).isEmpty();
        assertThat(signed.verify(".")).isEmpty();
        assertThat(signed.verify("%%%.%%%")).isEmpty();
    }

    @Test
    void aSealedTextIsOpenedAndNotReadable() {
        var sealed = new Sealed(KEY, "checkout", RANDOM);
        var value = sealed.seal("Pier 7, Hamburg");

        assertThat(sealed.open(value)).contains("Pier 7, Hamburg");
        assertThat(value).doesNotContain("Pier");
        assertThat(sealed.seal("Pier 7, Hamburg")).isNotEqualTo(value);
    }

    @Test
    void aSealOfAnotherKeyOrUseOrNoneIsRefused() {
        var value = new Sealed(KEY, "checkout", RANDOM).seal("text");

        assertThat(new Sealed(OTHER, "checkout", RANDOM).open(value)).isEmpty();
        assertThat(new Sealed(KEY, "basket", RANDOM).open(value)).isEmpty();
        assertThat(new Sealed(KEY, "checkout", RANDOM).open("AAAA")).isEmpty();
        assertThat(new Sealed(KEY, "checkout", RANDOM).open("%")).isEmpty();
    }

    @Test
    void aShortSecretIsRefusedAndASecretIsNeverPrinted() {
        assertThatThrownBy(() -> new CookieKey("short")).hasMessageContaining("at least 32");
        assertThat(KEY.toString()).doesNotContain("secret that is long");
    }
}
