package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Pool;

/// A size at which no connection can be had, or any number.
public final class MaximumSizeNotPositive implements ClientRule {
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
        return PoolView.of(
                client,
                PoolView.ALL,
                pool -> Rule.chosen(
                        pool.most(),
                        most -> most.value() > 0
                                ? Verdict.PASS
                                : Verdict.violation(finding(
                                        client,
                                        client.poolKey(most.key()) + " is " + most.value(),
                                        consequence(client.pool(), most.value()),
                                        Edits.pool(client, most.key(), "20"),
                                        Evidence.of(most)))));
    }

    private static String consequence(Pool pool, int size) {
        return switch (pool) {
            case HIKARICP, DRUID, AGROAL, IRON_JACAMAR, VERTX, QUARKUS, R2DBC ->
                "The pool refuses the value, and the application does not start.";
            case TOMCAT_JDBC, DROPWIZARD ->
                "The pool puts it back to 100 with one warning at start: what was meant as a limit is none.";
            case DBCP2 ->
                size < 0
                        ? "Negative means without a limit: under load one instance takes every connection that the server"
                                + " has, and all other services are refused."
                        : "The pool opens no connection at all, and every request waits.";
            case C3P0 -> "The pool opens no connection that a request could have.";
            case NONE, OTHER -> "No pool.";
        };
    }
}
