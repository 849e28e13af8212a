package dev.tautline.incident;

import java.util.Locale;

/// What the business lives on and did not get while an incident lasted, as far as agents tell. Numbers are of the
/// seconds that were reported.
///
/// @param what in plural, `orders`
/// @param usualPerMinute in the hour before the onset
/// @param taken since the onset
/// @param missing about how many fewer that is than usual; 0 when it may be chance
public record Shortfall(String what, double usualPerMinute, long taken, long missing) {
    /// Of those that were to be expected, 0 to 1.
    public double share() {
        return missing == 0 ? 0 : (double) missing / (missing + taken);
    }

    Shortfall plus(Shortfall later) {
        return new Shortfall(what, usualPerMinute, taken + later.taken, missing + later.missing);
    }

    /// For people: `about 14 orders fewer than usual (12.0 a minute); there were 3`.
    public String describe() {
        return String.format(
                Locale.ROOT,
                "about %d %s fewer than usual (%.1f a minute); there were %d",
                missing,
                what,
                usualPerMinute,
                taken);
    }
}
