package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;

/// A driver that holds on to the few threads that all virtual threads share.
public final class VirtualThreadsPinnedByOldDriver implements ClientRule {
    /// Connector/J 9.0.0 release notes: synchronized blocks replaced (bug 110512).
    private static final Version FIRST_WITHOUT_BLOCKS = Version.of("9.0.0");
    /// JEP 491: from JDK 24 on, a virtual thread in such a block lets go of its carrier.
    private static final Version FIRST_JAVA_WITHOUT_PINNING = Version.of("24");

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
        if (!client.url().map(JdbcUrl::isMySql).orElse(false)) {
            return Verdict.notApplicable("not MySQL");
        }
        return Rule.chosen(
                client.get(SpringKeys.VIRTUAL_THREADS),
                virtual -> virtual.value() ? judge(client, virtual) : Verdict.PASS);
    }

    private Verdict judge(Client client, Setting.Known<Boolean> virtual) {
        var versions = client.settings().versions();
        var driver = versions.find(Product.CONNECTOR_J);
        var java = versions.find(Product.JAVA);
        if (driver.isEmpty() || java.isEmpty()) {
            return Verdict.undecided("the versions of Connector/J and Java are not known");
        }
        var pins = !driver.get().version().isAtLeast(FIRST_WITHOUT_BLOCKS)
                && !java.get().version().isAtLeast(FIRST_JAVA_WITHOUT_PINNING);
        return pins ? Verdict.violation(finding(client, virtual, driver.get(), java.get())) : Verdict.PASS;
    }

    private Finding finding(
            Client client, Setting.Known<Boolean> virtual, Versions.Detected driver, Versions.Detected java) {
        return finding(
                client,
                "Connector/J " + driver.version() + " pins virtual threads on Java " + java.version(),
                "Each query holds one of the few carrier threads, as many as there are processors, while it waits for"
                        + " the server. A handful of slow queries stops the whole service, requests without any query"
                        + " included.",
                new Edit.Decide(driver.origin(), "take Connector/J 9.0.0 or newer, or run on Java 24 or newer"),
                Evidence.of(virtual),
                new Evidence("mysql-connector-j", driver.version().text(), driver.origin()),
                new Evidence("java.version", java.version().text(), java.origin()));
    }
}
