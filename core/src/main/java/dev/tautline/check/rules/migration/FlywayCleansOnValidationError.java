package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Product;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Version;

/// A checksum that differs costs the whole database.
public final class FlywayCleansOnValidationError extends HarmfulSwitch {
    /// Spring Boot 3.3 brings Flyway 10, which has it no more.
    private static final Version GONE = Version.of("3.3");

    public FlywayCleansOnValidationError() {
        super(Severity.CRITICAL, SpringKeys.FLYWAY_ENABLED, SpringKeys.FLYWAY_CLEAN_ON_VALIDATION_ERROR, true);
    }

    @Override
    public Verdict judge(Client client) {
        return client.settings()
                        .versions()
                        .find(Product.SPRING_BOOT)
                        .filter(found -> found.version().isAtLeast(GONE))
                        .isPresent()
                ? Verdict.notApplicable("this version of Flyway does not have it")
                : super.judge(client);
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
