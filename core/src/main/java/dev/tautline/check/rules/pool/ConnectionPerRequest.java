package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every request opens a connection of its own.
public final class ConnectionPerRequest implements ClientRule {
    /// Spring's data sources that open a connection each time (Spring Framework, `DriverManagerDataSource`).
    private static final Set<String> UNPOOLED = Set.of(
            "org.springframework.jdbc.datasource.DriverManagerDataSource",
            "org.springframework.jdbc.datasource.SimpleDriverDataSource");

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
        if (client.isMigration()) {
            return Verdict.notApplicable("a migration needs no pool");
        }
        var pooling = client.get(QuarkusKeys.POOLING_ENABLED).chosen().filter(on -> !on.value());
        var type = client.get(SpringKeys.DATASOURCE_TYPE)
                .chosen()
                .filter(name -> UNPOOLED.contains(name.value().strip()));
        return Stream.of(pooling.map(Evidence::of), type.map(Evidence::of))
                .flatMap(Optional::stream)
                .findFirst()
                .map(read -> Verdict.violation(finding(client, read)))
                .orElse(Verdict.PASS);
    }

    private Finding finding(Client client, Evidence read) {
        return finding(
                client,
                "there is no pool: each request opens a connection of its own",
                "A log-in costs several round trips and a process on the server. A rush of requests becomes a rush of"
                        + " log-ins without any limit, until the server refuses everybody.",
                new Edit.Remove(read.origin(), read.name()),
                read);
    }
}
