package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;

/// A property that only another driver, or an older one, reads.
public final class PropertyOfAnotherDriver implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(
                client,
                (url, keys) -> Verdict.of(client.settings().strays().stream()
                        .filter(stray -> stray.product() == keys.product())
                        .flatMap(stray -> OtherDrivers.having(stray)
                                .filter(other -> !isThatOld(client, other))
                                .map(other -> finding(client, keys, stray, other))
                                .stream())
                        .toList()));
    }

    /// What version 8.0 took away is in force where the build has an older one.
    private static boolean isThatOld(Client client, String other) {
        return other.equals(OtherDrivers.OLDER)
                && client.settings()
                        .versions()
                        .find(Product.CONNECTOR_J)
                        .filter(found -> !found.version().isAtLeast(Version.of("8")))
                        .isPresent();
    }

    private Finding finding(Client client, DriverKeys keys, Settings.Stray stray, String other) {
        var written = stray.written();
        return finding(
                client,
                stray.name() + " is a property of " + other + ", not of "
                        + keys.product().title(),
                "The driver ignores it. Who reads the URL believes that it does something, and looks in the wrong place"
                        + " when times or characters are wrong.",
                new Edit.Remove(written.origin(), stray.name()),
                new Evidence(stray.name(), "a value that nothing reads", written.origin()));
    }
}
