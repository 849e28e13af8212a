package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Pool;
import java.util.EnumSet;

/// Nobody chose the size, and the default is enough to fill a server.
public final class LargeDefaultPoolSize implements ClientRule {
    /// PostgreSQL has 100 connections by default, of which 3 are reserved; half of that for one instance of one
    /// service is worth a decision.
    private static final int LARGE = 50;

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
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return PoolView.of(
                client,
                EnumSet.of(Pool.TOMCAT_JDBC, Pool.DROPWIZARD, Pool.QUARKUS),
                pool -> Rule.given(
                        pool.most(),
                        most -> most.isChosen() || most.value() < LARGE
                                ? Verdict.PASS
                                : Verdict.violation(finding(
                                        client,
                                        "nobody chose the size of the pool; "
                                                + client.pool().title() + " takes " + most.value(),
                                        "Two instances under load are enough to take every connection of a server with the"
                                                + " usual limit of 100: \"too many clients already\" then hits every service"
                                                + " that uses it, and whoever wants to look what is wrong.",
                                        Edits.pool(client, most.key(), "20"),
                                        pool.evidence(most)))));
    }
}
