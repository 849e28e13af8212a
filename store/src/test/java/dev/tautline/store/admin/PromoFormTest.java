package dev.tautline.store.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.pricing.Money;
import dev.tautline.store.pricing.Promo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromoFormTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void readsWhatPeopleType() {
        var form = PromoForm.of(" spring-26 ", "AMOUNT", "12,50", "50", "3", "2026-12-24");

        assertThat(form.problems(TODAY)).isEmpty();
        assertThat(form.wanted(ZoneId.of("Europe/Berlin")))
                .isEqualTo(new PromoForm.Wanted(
                        new Promo("SPRING-26", Promo.Kind.AMOUNT, 1250, new Money(5000)),
                        3,
                        // The whole of the day, by the clock on the shop's wall.
                        Instant.parse("2026-12-24T23:00:00Z")));
    }

    @Test
    void whatMayBeEmptyMeansNoLimit() {
        var form = PromoForm.of("TEN", "PERCENT", "10", "", "", "");

        assertThat(form.problems(TODAY)).isEmpty();
        assertThat(form.wanted(ZoneId.of("UTC")))
                .isEqualTo(new PromoForm.Wanted(new Promo("TEN", Promo.Kind.PERCENT, 10, Money.ZERO), null, null));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(PromoForm.of("a b", "PERCENT", "0", "x", "0", "2026-11-29").problems(TODAY))
                .containsOnlyKeys("code", "value", "least", "most", "last");
    }

    @ParameterizedTest
    @CsvSource({
        "code,'',PERCENT,10,'',''",
        "code,TEN%,PERCENT,10,'',''",
        "value,TEN,PERCENT,101,'',''",
        "value,TEN,PERCENT,1.5,'',''",
        "value,TEN,PERCENT,-1,'',''",
        "value,TEN,AMOUNT,0,'',''",
        "value,TEN,AMOUNT,ten,'',''",
        "most,TEN,PERCENT,10,1000001,''",
        "most,TEN,PERCENT,10,1.5,''",
        "last,TEN,PERCENT,10,'',24.12.2026",
        "last,TEN,PERCENT,10,'',2026-02-30"
    })
    void refusesWhatIsNoTerm(String field, String code, String kind, String value, String most, String last) {
        assertThat(PromoForm.of(code, kind, value, "", most, last).problems(TODAY))
                .containsOnlyKeys(field);
    }

    @Test
    void theLastDayMayBeToday() {
        assertThat(PromoForm.of("TEN", "PERCENT", "100", "0", "1", "2026-11-30").problems(TODAY))
                .isEmpty();
    }
}
