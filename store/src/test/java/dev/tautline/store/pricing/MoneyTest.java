package dev.tautline.store.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final long SEED = 7;

    @Test
    void isPrintedAsEachLanguageWritesAmounts() {
        assertThat(new Money(124_950).in(Locale.ENGLISH)).isEqualTo("€1,249.50");
        assertThat(new Money(124_950).in(Locale.GERMAN)).isEqualTo("1.249,50\u00a0€");
        assertThat(new Money(5)).hasToString("€0.05");
        assertThat(new Money(-5)).hasToString("-€0.05");
        assertThat(new Money(-5).decimal()).isEqualTo("-0.05");
        assertThat(Money.ZERO.decimal()).isEqualTo("0.00");
    }

    @Test
    void isPrintedAsTheJdkWouldPrintIt() {
        var random = new Random(SEED);
        for (var digits = 1; digits < 18; digits++) {
            var minor = random.nextLong((long) Math.pow(10, digits));
            assertThat(new Money(minor).in(Locale.US))
                    .isEqualTo(String.format(Locale.ENGLISH, "€%,d.%02d", minor / 100, minor % 100));
            assertThat(new Money(minor).in(Locale.GERMANY))
                    .isEqualTo(String.format(Locale.GERMAN, "%,d,%02d\u00a0€", minor / 100, minor % 100));
            assertThat(new Money(minor).decimal())
                    .isEqualTo(String.format(Locale.ROOT, "%d.%02d", minor / 100, minor % 100));
        }
    }
}
