package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import java.util.Optional;
import java.util.stream.Stream;

/// More connections are wanted at least, or at the start, than there may be.
public final class PoolSizesContradict implements ClientRule {
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
        return PoolView.of(client, PoolView.BUT_HIKARI, pool -> Rule.given(pool.most(), most -> judge(pool, most)));
    }

    private Verdict judge(PoolView pool, Setting.Known<Integer> most) {
        var sizes = pool.keys().sizes();
        return Verdict.of(Stream.of(sizes.minimumIdle(), sizes.initial())
                .flatMap(Optional::stream)
                .flatMap(key -> pool.client().get(key).known().stream())
                .filter(size -> size.isChosen() || most.isChosen())
                .filter(size -> most.value() > 0 && size.value() > most.value())
                .filter(Setting.Known::isChosen)
                .map(size -> finding(pool.client(), size, most))
                .toList());
    }

    private Finding finding(Client client, Setting.Known<Integer> size, Setting.Known<Integer> most) {
        return finding(
                client,
                client.poolKey(size.key()) + " (" + size.value() + ") is above " + client.poolKey(most.key()) + " ("
                        + most.value() + ")",
                switch (client.pool()) {
                    case DRUID, AGROAL, QUARKUS, R2DBC ->
                        "The pool refuses the values, and the application does not start.";
                    case IRON_JACAMAR ->
                        "The server refuses the data source when it starts, and with it every application that needs it.";
                    case HIKARICP, TOMCAT_JDBC, VERTX, DROPWIZARD, DBCP2, C3P0, NONE, OTHER ->
                        "The pool lowers the one to the other without stopping: whoever sized it for the larger number"
                                + " gets the smaller one.";
                },
                Edits.pool(client, size.key(), most.value().toString()),
                Evidence.of(size),
                Evidence.of(most));
    }
}
