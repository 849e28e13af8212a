package dev.tautline.store.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"12;1200", "12.5;1250", "12,50;1250", " 0.01 ;1", "0;0", "99999999.99;9999999999"})
    void readsAmountsAsPeopleTypeThem(String text, long minor) {
        assertThat(AmountText.minor(text)).hasValue(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.234,50", "1,234.50", "12.505", "€12", "1e3", "٣", "100000000", "NaN"})
    void refusesWhatIsNoAmount(String text) {
        assertThat(AmountText.minor(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99, 100, 123456})
    void readsWhatItWrote(long minor) {
        assertThat(AmountText.minor(AmountText.of(minor))).hasValue(minor);
    }
}
