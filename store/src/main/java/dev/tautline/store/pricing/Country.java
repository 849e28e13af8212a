package dev.tautline.store.pricing;

import java.util.Arrays;
import java.util.Optional;

/// Countries the shop ships to, with their standard VAT rate in per mille (EU VAT rates as of January 2026).
public enum Country {
    DK("Denmark", 250),
    EE("Estonia", 240),
    FI("Finland", 255),
    FR("France", 200),
    DE("Germany", 190),
    IE("Ireland", 230),
    IT("Italy", 220),
    NL("Netherlands", 210),
    PL("Poland", 230),
    PT("Portugal", 230),
    ES("Spain", 210),
    SE("Sweden", 250);

    private final String title;
    private final int vatPerMille;

    Country(String title, int vatPerMille) {
        this.title = title;
        this.vatPerMille = vatPerMille;
    }

    public static Optional<Country> byCode(String code) {
        return Arrays.stream(values())
                .filter(country -> country.name().equals(code))
                .findFirst();
    }

    public String title() {
        return title;
    }

    /// "24 %", or "25.5 %" where there is a half.
    public String vatTitle() {
        return vatPerMille % 10 == 0 ? vatPerMille / 10 + " %" : vatPerMille / 10 + "." + vatPerMille % 10 + " %";
    }

    int vatPerMille() {
        return vatPerMille;
    }
}
