package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// Connector/J waits for a connection for ever, and nothing around it does not.
public final class MissingConnectTimeout implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(client, url -> switch (client.pool()) {
            case NONE, TOMCAT_JDBC, DBCP2, C3P0, DROPWIZARD ->
                Rule.given(client.get(ConnectorJKeys.CONNECT_TIMEOUT), limit -> judge(client, limit));
            case HIKARICP -> Verdict.notApplicable("HikariCP passes its own limit on");
            case DRUID -> Verdict.notApplicable("Druid sets a limit of its own");
            case AGROAL, IRON_JACAMAR, VERTX, QUARKUS, R2DBC, OTHER ->
                Verdict.undecided("the pool may pass a limit of its own on");
        });
    }

    private Verdict judge(Client client, Setting.Known<Duration> limit) {
        return limit.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "connecting has no time limit",
                        "When the server's packets are dropped, each thread that opens a connection hangs until the kernel gives"
                                + " up, minutes later, or for ever when something accepts and stays silent.",
                        Edits.driver(client, limit.key(), "5000"),
                        ClientRule.url(client),
                        Evidence.of(limit)));
    }
}
