package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// The cached statements of all connections may take a great part of the heap.
public final class StatementCacheTooLarge implements ClientRule {
    private static final int LIMIT_MIB = 256;

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
        return ClientRule.onPostgres(
                client,
                url -> ClientRule.onHikari(
                        client,
                        () -> Rule.chosen(
                                client.get(PgjdbcKeys.PREPARED_STATEMENT_CACHE_SIZE_MIB),
                                cache -> Rule.given(
                                        client.get(HikariKeys.MAXIMUM_POOL_SIZE),
                                        size -> judge(client, cache, size)))));
    }

    private Verdict judge(Client client, Setting.Known<Integer> cache, Setting.Known<Integer> size) {
        var total = (long) cache.value() * size.value();
        return total <= LIMIT_MIB
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "statement caches may take " + total + " MiB: " + cache.value() + " MiB for each of "
                                + size.value() + " connections",
                        "The memory is used up slowly, in the driver and again on the server for each"
                                + " session; days after a deployment the container is killed for its memory.",
                        new Edit.Remove(cache.origin(), cache.key().name()),
                        Evidence.of(cache),
                        Evidence.of(size)));
    }
}
