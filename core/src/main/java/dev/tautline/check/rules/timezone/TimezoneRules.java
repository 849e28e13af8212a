package dev.tautline.check.rules.timezone;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class TimezoneRules {
    private TimezoneRules() {}

    public static List<Rule> all() {
        return List.of(
                new ConnectionTimeZoneWithoutEffect(),
                new JdbcTimeZoneDiffersBetweenProfiles(),
                new TimeZonesDifferOnOneSchema(),
                new UnknownConnectionTimeZone(),
                new UnknownJdbcTimeZone());
    }
}
