package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Version;

/// A checksum that differs costs the whole database.
public final class FlywayCleansOnValidationError implements ClientRule {
    /// Spring Boot 3.3 brings Flyway 10, which has it no more.
    private static final Version GONE = Version.of("3.3");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(client.get(SpringKeys.FLYWAY_CLEAN_ON_VALIDATION_ERROR), value -> judge(client, value));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> value) {
        var isGone = client.settings()
                .versions()
                .find(Product.SPRING_BOOT)
                .filter(found -> found.version().isAtLeast(GONE))
                .isPresent();
        return !value.value() || isGone
                ? Verdict.PASS
                : Verdict.violation(applicationFinding(
                        client,
                        "a migration that differs makes Flyway delete the schema",
                        "Somebody corrects a comment in an old migration; at the next start Flyway finds the"
                                + " difference, deletes every table and runs all migrations on the empty database.",
                        Edits.application(client, value.key(), "false"),
                        Evidence.of(value)));
    }
}
