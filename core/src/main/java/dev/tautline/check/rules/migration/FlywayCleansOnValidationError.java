package dev.tautline.check.rules.migration;

import dev.tautline.check.Rule;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Product;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;

/// A checksum that differs costs the whole database.
public final class FlywayCleansOnValidationError extends HarmfulSwitch {
    /// Spring Boot 3.5 brings Flyway 11, which refuses to start with it; 4.0 does not pass it on.
    private static final Version GONE = Version.of("3.5");

    public FlywayCleansOnValidationError() {
        super(Severity.CRITICAL, SpringKeys.FLYWAY_ENABLED, SpringKeys.FLYWAY_CLEAN_ON_VALIDATION_ERROR, true);
    }

    @Override
    public Verdict judge(Client client) {
        var boot = client.settings().versions().find(Product.SPRING_BOOT).map(Versions.Detected::version);
        if (boot.filter(version -> version.isAtLeast(GONE)).isPresent()) {
            return Verdict.notApplicable("this version of Flyway does not have it");
        }
        var verdict = super.judge(client);
        return verdict instanceof Verdict.Violation ? whereCleanIsAllowed(client, boot.isPresent(), verdict) : verdict;
    }

    private static Verdict whereCleanIsAllowed(Client client, boolean isVersionKnown, Verdict harm) {
        var disabled = client.get(SpringKeys.FLYWAY_CLEAN_DISABLED);
        return isVersionKnown || disabled.chosen().isPresent()
                ? Rule.given(disabled, known -> known.value() ? Verdict.PASS : harm)
                : Verdict.undecided(
                        "no build file tells Spring Boot's version: from 3.0 on clean is disabled by default");
    }

    @Override
    String headline() {
        return "a migration that differs makes Flyway delete the schema";
    }

    @Override
    String consequence() {
        return "Somebody corrects a comment in an old migration; at the next start Flyway finds the difference, deletes every table and runs all migrations on the empty database.";
    }
}
