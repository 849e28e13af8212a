package dev.tautline.check.rules.authentication;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;

/// The server wants SCRAM, which the driver does not know.
public final class ScramWithOldDriver implements RouteRule {
    private static final Version WITH_SCRAM = Version.of("42.2.0");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        return Login.of(
                route,
                login -> route.client()
                        .settings()
                        .versions()
                        .find(Product.PGJDBC)
                        .filter(driver -> !driver.version().isAtLeast(WITH_SCRAM))
                        .map(driver -> judge(login, driver))
                        .orElse(Verdict.PASS));
    }

    private Verdict judge(Login login, Versions.Detected driver) {
        var lines = login.answers().stream()
                .map(answer -> answer instanceof Login.Answer.By(var line) ? line.method() : "")
                .toList();
        var by = login.hba().lines().stream()
                .filter(line -> lines.contains("scram-sha-256") && line.method().equals("scram-sha-256"))
                .findFirst();
        return by.map(line -> Verdict.violation(finding(
                        login.route(),
                        "the server wants SCRAM; pgjdbc " + driver.version() + " does not know it",
                        "No connection opens: 08004 \"The authentication type 10 is not supported\".",
                        new Edit.Decide(driver.origin(), "use pgjdbc 42.7 or newer"),
                        new Evidence("pg_hba.conf", line.method(), line.origin()),
                        new Evidence("pgjdbc", driver.version().toString(), driver.origin()))))
                .orElse(Verdict.PASS);
    }
}
