package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import java.util.Optional;

/// Settings of a pool that the application does not have.
public final class KeysOfUnusedPool implements ClientRule {
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
                pool -> Verdict.of(client.settings().strays().stream()
                        .filter(stray -> isOfAnotherPool(client.pool(), stray.product()))
                        .map(stray -> finding(client, stray))
                        .toList()));
    }

    private static boolean isOfAnotherPool(Pool inUse, Product product) {
        return PoolView.ALL.stream()
                .filter(pool -> pool != inUse)
                .anyMatch(pool -> pool.product().equals(Optional.of(product)));
    }

    private Finding finding(Client client, Settings.Stray stray) {
        var written = stray.written();
        return finding(
                client,
                written.key() + " is a setting of " + stray.product().title() + ", but the pool is "
                        + client.pool().title(),
                "Nothing reads it: the pool runs with its defaults, while the file shows sizes and time-outs that"
                        + " everybody believes in the next outage.",
                new Edit.Decide(
                        written.origin(),
                        "write it for " + client.pool().title() + ", or name the pool in " + client.dataSource()
                                + ".type"),
                new Evidence(written.key(), written.shown(), written.origin()));
    }
}
