package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;

/// A driver from before the way in which servers keep passwords today.
public final class DriverTooOldForScram implements ClientRule {
    /// pgjdbc 42.2.0 changelog: "SCRAM-SHA-256 support".
    private static final Version FIRST_WITH_SCRAM = Version.of("42.2.0");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> client.settings()
                        .versions()
                        .find(Product.PGJDBC)
                        .map(driver -> judge(client, driver))
                        .orElse(Verdict.notApplicable("the driver's version is not known")));
    }

    private Verdict judge(Client client, Versions.Detected driver) {
        return driver.version().isAtLeast(FIRST_WITH_SCRAM)
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "pgjdbc " + driver.version() + " cannot log in with SCRAM",
                        "PostgreSQL has stored passwords for SCRAM since version 14. After an upgrade of the server, or"
                                + " the next change of the password, every log-in fails: \"The authentication type 10 is not"
                                + " supported\".",
                        new Edit.Decide(driver.origin(), "take pgjdbc " + Product.PGJDBC.newest() + " or newer"),
                        new Evidence(
                                "org.postgresql:postgresql", driver.version().text(), driver.origin())));
    }
}
