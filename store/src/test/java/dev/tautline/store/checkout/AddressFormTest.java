package dev.tautline.store.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFormTest {

    @Test
    void acceptsAnAddressAndTrimsIt() {
        var form = AddressForm.of(" skipper@example.org ", "Ada", "Pier 7", null, "20457", "Hamburg", "DE");

        assertThat(form.problems()).isEmpty();
        assertThat(form.address().email()).isEqualTo("skipper@example.org");
    }

    @Test
    void namesAllProblemsAtOnceInTheOrderOfThePage() {
        var form = AddressForm.of("skipper", "", "x".repeat(101), "a\u0000b", "", null, "ZZ");

        assertThat(form.problems().keySet())
                .containsExactly("email", "name", "line1", "line2", "postcode", "city", "country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "@example.org", "a b@example.org", "a@example..org", "a@.org"})
    void refusesSlipsInTheMailAddress(String email) {
        assertThat(AddressForm.of(email, "A", "B", "", "20457", "C", "DE").problems())
                .containsOnlyKeys("email");
    }

    @Test
    void isNeverPrinted() {
        var form = AddressForm.of("skipper@example.org", "Ada", "Pier 7", "", "20457", "Hamburg", "DE");

        assertThat(form.toString() + form.address()).doesNotContain("Ada", "skipper");
    }
}
