package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;

/// A URL that the only driver on the class path refuses.
public final class MysqlUrlForMariadbDriver implements ClientRule {
    /// MariaDB Connector/J 3.0: `jdbc:mysql:` is taken only with `permitMysqlScheme`.
    private static final Version FIRST_THAT_REFUSES = Version.of("3.0.0");

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
        var libraries = client.libraries();
        var hasOnlyMariaDb = libraries.has("mariadb-java-client")
                && !libraries.has("mysql-connector-j")
                && !libraries.has("mysql-connector-java");
        if (!client.url().map(JdbcUrl::isMySql).orElse(false)
                || !hasOnlyMariaDb
                || isWrapped(client)
                || isPermitted(client)) {
            return Verdict.notApplicable("not a MySQL URL for MariaDB's driver alone");
        }
        return client.settings()
                .versions()
                .find(Product.MARIADB_DRIVER)
                .map(driver -> judge(client, driver))
                .orElse(Verdict.undecided("the version of MariaDB Connector/J is not known"));
    }

    private static boolean isWrapped(Client client) {
        return client.url().flatMap(JdbcUrl::wrapper).isPresent();
    }

    private static boolean isPermitted(Client client) {
        return client.url().orElseThrow().parameters().stream()
                .anyMatch(parameter -> parameter.name().equalsIgnoreCase(MariaDbDriverKeys.PERMIT_MYSQL_SCHEME.name()));
    }

    private Verdict judge(Client client, Versions.Detected driver) {
        return driver.version().isAtLeast(FIRST_THAT_REFUSES)
                ? Verdict.violation(finding(
                        client,
                        "MariaDB Connector/J " + driver.version() + " does not take jdbc:mysql: URLs",
                        "The application does not start, or starts and never connects: \"No suitable driver\".",
                        new Edit.Decide(client.urlText().origin(), "begin the URL with jdbc:mariadb:"),
                        ClientRule.url(client),
                        new Evidence("mariadb-java-client", driver.version().text(), driver.origin())))
                : Verdict.PASS;
    }
}
