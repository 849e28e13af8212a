package dev.tautline.store.pricing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Countries the shop ships to, with their standard VAT rate in per mille (EU VAT rates as of January 2026).
public enum Country {
    DK(250),
    EE(240),
    FI(255),
    FR(200),
    DE(190),
    IE(230),
    IT(220),
    NL(210),
    PL(230),
    PT(230),
    ES(210),
    SE(250);

    private final int vatPerMille;

    Country(int vatPerMille) {
        this.vatPerMille = vatPerMille;
    }

    public static Optional<Country> byCode(String code) {
        return Arrays.stream(values())
                .filter(country -> country.name().equals(code))
                .findFirst();
    }

    /// The country's name, as the JDK has it in that language.
    public String title(Locale locale) {
        return Locale.of("", name()).getDisplayCountry(locale);
    }

    /// "24 %", or "25.5 %" where there is a half.
    public String vatTitle(Locale locale) {
        return vatPerMille % 10 == 0 ? vatPerMille / 10 + " %" : String.format(locale, "%.1f %%", vatPerMille / 10.0);
    }

    int vatPerMille() {
        return vatPerMille;
    }
}
