package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.DriverClass;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;

/// A MySQL URL, and only a driver that refuses it.
public final class UrlWithoutItsDriver implements ClientRule {
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
        return ClientRule.onConnectorJ(client, url -> {
            var libraries = client.libraries();
            var hasOnlyMariaDb = libraries.hasAny("mariadb-java-client").orElse(false)
                    && !libraries
                            .hasAny("mysql-connector-j", "mysql-connector-java")
                            .orElse(true);
            if (!hasOnlyMariaDb
                    || url.wrapper().isPresent()
                    || DriverClass.of(client).isPresent()) {
                return Verdict.notApplicable("not a build with MariaDB's driver only");
            }
            return url.parameter("permitMysqlScheme").isPresent() ? Verdict.PASS : judgeVersion(client);
        });
    }

    private Verdict judgeVersion(Client client) {
        return client.settings()
                .versions()
                .find(Product.MARIADB_DRIVER)
                .map(found -> found.version().isAtLeast(Version.of("3"))
                        ? Verdict.violation(finding(client, found))
                        : Verdict.PASS)
                .orElseGet(
                        () -> Verdict.undecided("the version of MariaDB Connector/J is not known; 3 refuses the URL"));
    }

    private Finding finding(Client client, Versions.Detected version) {
        return finding(
                client,
                "the only driver is MariaDB's, which does not take jdbc:mysql:",
                "The service does not start: no driver is found for the URL, although \"the driver\" is there.",
                new Edit.Decide(client.urlText().origin(), "write jdbc:mariadb: in place of jdbc:mysql:"),
                ClientRule.url(client),
                new Evidence("mariadb-java-client", version.version().toString(), version.origin()));
    }
}
