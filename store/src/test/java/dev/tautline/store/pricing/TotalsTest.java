package dev.tautline.store.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

    @Test
    void addsGoodsAndShipping() {
        var totals = Totals.of(
                List.of(new Totals.Line(new Money(990), 3), new Totals.Line(new Money(1390), 1)),
                Shipping.STANDARD,
                Country.DE);

        assertThat(totals.goods()).isEqualTo(new Money(4360));
        assertThat(totals.shipping()).isEqualTo(new Money(590));
        assertThat(totals.total()).isEqualTo(new Money(4950));
    }

    @Test
    void parcelPostIsFreeFromItsLimitOnAndNotACentBefore() {
        assertThat(Shipping.STANDARD.priceFor(new Money(11999))).isEqualTo(new Money(590));
        assertThat(Shipping.STANDARD.priceFor(new Money(12000))).isEqualTo(Money.ZERO);
    }

    @Test
    void expressIsNeverFree() {
        assertThat(Shipping.EXPRESS.priceFor(new Money(10_000_000))).isEqualTo(new Money(1490));
    }

    @ParameterizedTest
    @CsvSource({"11900,DE,1900", "12000,FR,2000", "12550,FI,2550", "1,DE,0", "3,DE,0", "4,DE,1", "0,SE,0"})
    void findsTheTaxInsideAGrossAmountRoundedHalfUp(long gross, Country country, long tax) {
        assertThat(Totals.taxWithin(new Money(gross), country)).isEqualTo(new Money(tax));
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT,10,0,9995,1000",
        "PERCENT,10,0,9994,999",
        "PERCENT,100,0,9994,9994",
        "PERCENT,1,0,49,0",
        "PERCENT,50,5000,5000,2500",
        "PERCENT,50,5000,4999,0",
        "AMOUNT,500,0,2000,500",
        "AMOUNT,500,0,499,499",
        "AMOUNT,500,0,0,0"
    })
    void aCodeTakesOffWhatItSaysAndNeverMoreThanThereIs(Promo.Kind kind, long value, long from, long goods, long off) {
        assertThat(new Promo("CODE", kind, value, new Money(from)).off(new Money(goods)))
                .isEqualTo(new Money(off));
    }

    @Test
    void aCodeMakesDeliveryNoDearerAndTaxFollowsWhatIsPaid() {
        var half = new Promo("HALF", Promo.Kind.PERCENT, 50, Money.ZERO);

        var totals = Totals.of(List.of(new Totals.Line(new Money(12000), 1)), Shipping.STANDARD, Country.DE, half);

        assertThat(totals.shipping()).isEqualTo(Money.ZERO);
        assertThat(totals.discount()).isEqualTo(new Money(6000));
        assertThat(totals.total()).isEqualTo(new Money(6000));
        assertThat(totals.tax()).isEqualTo(new Money(958));
    }

    @Test
    void refusesToOverflow() {
        var line = new Totals.Line(new Money(Long.MAX_VALUE / 2), 3);

        assertThatThrownBy(() -> Totals.sumOf(List.of(line))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void printsMinorUnitsAsEuros() {
        assertThat(new Money(124950)).hasToString("€1,249.50");
        assertThat(new Money(5)).hasToString("€0.05");
    }
}
