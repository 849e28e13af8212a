package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// A value that PostgreSQL cannot read, such as `60sec` where `60s` must stand.
public final class ServerValueNotUnderstood implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        if (server.product() != Product.POSTGRESQL) {
            return Verdict.notApplicable("not PostgreSQL");
        }
        return Verdict.of(server.settings().malformed().stream()
                .filter(bad -> !bad.text().isBlank())
                .map(bad -> finding(server, bad))
                .toList());
    }

    private Finding finding(Server server, Setting.Malformed<?> bad) {
        var allowed = bad.key().type().allowed();
        return finding(
                server,
                bad.key().name() + " is '" + bad.text() + "', which is not " + allowed,
                "The server does not start with this value (\"invalid value for parameter\", \"configuration file contains"
                        + " errors\"): the next restart, planned or not, becomes an outage.",
                new Edit.Decide(
                        bad.origin(), "write " + allowed + " for " + bad.key().name()),
                new Evidence(bad.key().name(), bad.text(), bad.origin()));
    }
}
