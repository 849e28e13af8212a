package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;
import java.util.List;

/// Values are written into the text of each query.
public final class SimpleQueryMode implements ClientRule {
    /// The versions that mended CVE-2024-1597, by line.
    private static final List<Version> MENDED = List.of(
            Version.of("42.2.28"),
            Version.of("42.3.9"),
            Version.of("42.4.4"),
            Version.of("42.5.5"),
            Version.of("42.6.1"));

    private static final Version MENDED_FOR_ALL = Version.of("42.7.2");

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
        return ClientRule.onPostgres(
                client, url -> Rule.chosen(client.get(PgjdbcKeys.PREFER_QUERY_MODE), mode -> judge(client, mode)));
    }

    private Verdict judge(Client client, Setting.Known<String> mode) {
        if (!mode.value().equals("simple")) {
            return Verdict.PASS;
        }
        var driver = client.settings().versions().find(Product.PGJDBC);
        var isOpen = driver.filter(found -> isVulnerable(found.version())).isPresent();
        var finding = finding(
                client,
                "preferQueryMode=simple writes values into the text of each query"
                        + (isOpen ? ", and this driver can be tricked by it" : ""),
                isOpen
                        ? "CVE-2024-1597: a negative number and a string that visitors choose are enough to run"
                                + " SQL of their own."
                        : "Each query is parsed and planned anew, nothing is sent in binary, and batches and"
                                + " large results are slower.",
                new Edit.Remove(mode.origin(), mode.key().name()),
                Evidence.of(mode));
        return Verdict.violation(isOpen ? finding.withSeverity(Severity.CRITICAL) : finding);
    }

    private static boolean isVulnerable(Version version) {
        var isMendedInItsLine = MENDED.stream()
                .anyMatch(mended -> mended.numbers().subList(0, 2).equals(line(version)) && version.isAtLeast(mended));
        return !isMendedInItsLine && !version.isAtLeast(MENDED_FOR_ALL);
    }

    private static List<Integer> line(Version version) {
        return version.numbers().subList(0, Math.min(2, version.numbers().size()));
    }
}
