package dev.tautline.check.rules.resolution;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class ResolutionRules {
    private ResolutionRules() {}

    public static List<Rule> all() {
        return List.of(
                new DnsCachedTooLong(),
                new DnsTtlWithoutEffect(),
                new DriverClassRefusesUrl(),
                new FileValueHiddenByEnvironment(),
                new PoolVariableWithoutEffect(),
                new ProfileNotKnown(),
                new SubprotocolUnknown(),
                new UrlInQuotes(),
                new UrlIsNotJdbc(),
                new UrlPlaceholderNeverResolves(),
                new UrlPlaceholderNotGiven(),
                new UrlWithoutItsDriver());
    }
}
