package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Version;

/// A version of the pool that burns processors when virtual threads give connections back.
public final class HikariSpinsUnderVirtualThreads implements ClientRule {
    /// Reported for 6.3.0 and 7.0.2 (HikariCP issues 2329 and 2398); 7.1.0 has the remedy (pull request 2402).
    private static final Version FIRST = Version.of("6.3.0");

    private static final Version MENDED = Version.of("7.1.0");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onHikari(
                client,
                () -> Rule.chosen(
                        client.get(SpringKeys.VIRTUAL_THREADS),
                        virtual -> virtual.value() ? judge(client, virtual) : Verdict.PASS));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> virtual) {
        return client.settings()
                .versions()
                .find(Product.HIKARICP)
                .map(found -> isConcerned(found.version())
                        ? Verdict.violation(finding(
                                client,
                                "HikariCP " + found.version() + " spins under virtual threads",
                                "When requests wait for connections, giving one back may spin: all processors are"
                                        + " busy, health checks fail, and the platform restarts the instance in the middle of a"
                                        + " rush.",
                                new Edit.Decide(found.origin(), "set hikaricp.version to " + MENDED + " or newer"),
                                Evidence.of(virtual),
                                new Evidence(
                                        "HikariCP",
                                        client.settings().versions().describe(Product.HIKARICP),
                                        found.origin())))
                        : Verdict.PASS)
                .orElseGet(() -> Verdict.undecided("no build file tells HikariCP's version"));
    }

    private static boolean isConcerned(Version version) {
        return version.isAtLeast(FIRST) && !version.isAtLeast(MENDED);
    }
}
