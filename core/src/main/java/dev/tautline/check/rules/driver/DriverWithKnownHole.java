package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A security hole of this driver version, opened by what is written.
public final class DriverWithKnownHole implements ClientRule {
    /// The first versions with the mend of CVE-2024-1597, one per line of versions that got it.
    private static final List<Version> SIMPLE_MODE_MENDED = Stream.of(
                    "42.2.28", "42.3.9", "42.4.4", "42.5.5", "42.6.1", "42.7.2")
            .map(Version::of)
            .toList();
    private static final Version BINDING_BROKEN_FROM = Version.of("42.7.4");
    private static final Version BINDING_MENDED = Version.of("42.7.12");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> client.settings()
                        .versions()
                        .find(Product.PGJDBC)
                        .filter(driver -> !driver.how().startsWith("assumed"))
                        .map(driver -> judge(client, driver))
                        .orElse(Verdict.notApplicable("the driver's version is not known")));
    }

    private Verdict judge(Client client, Versions.Detected driver) {
        var version = driver.version();
        var binding = client.get(PgjdbcKeys.CHANNEL_BINDING)
                .chosen()
                .filter(mode -> mode.value().equals("require"))
                .filter(mode -> version.isAtLeast(BINDING_BROKEN_FROM) && !version.isAtLeast(BINDING_MENDED))
                .map(
                        mode -> finding(
                                client,
                                mode,
                                driver,
                                "does not enforce channelBinding=require (CVE-2025-49146, CVE-2026-54291)",
                                "Who can stand between service and database gets past the one check that was meant to notice."));
        var simple = client.get(PgjdbcKeys.PREFER_QUERY_MODE)
                .chosen()
                .filter(mode -> mode.value().equals("simple") && !isMended(version))
                .map(mode -> finding(
                        client,
                        mode,
                        driver,
                        "lets SQL be injected with preferQueryMode=simple (CVE-2024-1597)",
                        "A text from outside can change a statement although it is bound as a parameter, where a minus"
                                + " stands before another parameter."));
        return Verdict.of(Stream.of(binding, simple).flatMap(Optional::stream).toList());
    }

    private static boolean isMended(Version version) {
        return SIMPLE_MODE_MENDED.stream()
                .filter(mended -> mended.numbers().subList(0, 2).equals(line(version)))
                .findFirst()
                .map(version::isAtLeast)
                .orElse(version.isAtLeast(SIMPLE_MODE_MENDED.getLast()));
    }

    private static List<Integer> line(Version version) {
        return version.numbers().subList(0, Math.min(2, version.numbers().size()));
    }

    private Finding finding(
            Client client, Setting.Known<String> mode, Versions.Detected driver, String hole, String consequence) {
        return finding(
                client,
                "pgjdbc " + driver.version() + " " + hole,
                consequence,
                new Edit.Decide(driver.origin(), "take pgjdbc " + Product.PGJDBC.newest() + " or newer"),
                Evidence.of(mode),
                new Evidence("org.postgresql:postgresql", driver.version().text(), driver.origin()));
    }
}
