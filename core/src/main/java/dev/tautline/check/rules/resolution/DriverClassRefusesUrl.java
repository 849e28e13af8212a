package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.DriverClass;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;
import java.util.Map;

/// The driver that is named does not take the URL.
public final class DriverClassRefusesUrl implements ClientRule {
    private static final String MARIADB = "org.mariadb.jdbc.Driver";
    /// The sub-protocol that each driver takes.
    private static final Map<String, String> TAKES = Map.of(
            "org.postgresql.Driver",
            "postgresql",
            "com.mysql.cj.jdbc.Driver",
            "mysql",
            "com.mysql.jdbc.Driver",
            "mysql",
            MARIADB,
            "mariadb",
            "org.h2.Driver",
            "h2",
            "org.hsqldb.jdbc.JDBCDriver",
            "hsqldb",
            "org.sqlite.JDBC",
            "sqlite");

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
        var known = client.url().filter(url -> url.wrapper().isEmpty());
        var driver = DriverClass.of(client).filter(name -> TAKES.containsKey(name.value()));
        if (known.isEmpty() || driver.isEmpty()) {
            return Verdict.notApplicable("no driver class that we know");
        }
        return judge(client, known.get(), driver.get());
    }

    private Verdict judge(Client client, JdbcUrl url, Setting.Known<String> driver) {
        if (url.subprotocol().equals(TAKES.get(driver.value()))) {
            return Verdict.PASS;
        }
        if (url.isMySql() && driver.value().equals(MARIADB)) {
            return mariaDb(client, url, driver);
        }
        return violation(client, driver);
    }

    /// Up to version 2 MariaDB's driver takes MySQL's URLs, later only those that say so.
    private Verdict mariaDb(Client client, JdbcUrl url, Setting.Known<String> driver) {
        if (url.parameter("permitMysqlScheme").isPresent()) {
            return Verdict.PASS;
        }
        return client.settings()
                .versions()
                .find(Product.MARIADB_DRIVER)
                .map(found -> found.version().isAtLeast(Version.of("3")) ? violation(client, driver) : Verdict.PASS)
                .orElseGet(
                        () -> Verdict.undecided("the version of MariaDB Connector/J is not known; 3 refuses the URL"));
    }

    private Verdict violation(Client client, Setting.Known<String> driver) {
        return Verdict.violation(finding(
                client,
                driver.value() + " does not take this URL",
                "The service does not start: \"Driver " + driver.value() + " claims to not accept jdbcUrl\".",
                new Edit.Remove(driver.origin(), driver.key().name()),
                Evidence.of(driver),
                ClientRule.url(client)));
    }
}
