package dev.tautline.check.rules.driver;

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
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;

/// The driver's old name.
public final class LegacyMysqlDriverClass implements ClientRule {
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
        return DriverClass.of(client)
                .filter(name -> name.value().equals("com.mysql.jdbc.Driver"))
                .map(name -> judge(client, name))
                .orElse(Verdict.PASS);
    }

    private Verdict judge(Client client, Setting.Known<String> name) {
        var version = client.settings().versions().find(Product.CONNECTOR_J);
        var isNew = version.map(found -> found.version().isAtLeast(Version.of("8")))
                .or(() -> client.libraries().hasAny("mysql-connector-j").filter(has -> has));
        return isNew.map(eight -> eight ? Verdict.violation(finding(client, name)) : Verdict.PASS)
                .orElseGet(
                        () -> Verdict.undecided("the version of Connector/J is not known; in 5.1 the name is right"));
    }

    private Finding finding(Client client, Setting.Known<String> name) {
        return finding(
                client,
                "com.mysql.jdbc.Driver is the name of Connector/J 5.1",
                "The class is only there to print a warning at each start, and may be gone in the next version: then the"
                        + " service does not start.",
                new Edit.Replace(name.origin(), name.key().name(), "com.mysql.cj.jdbc.Driver"),
                Evidence.of(name));
    }
}
