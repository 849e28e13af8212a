package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.Setting;

/// The statement cache is on, and too narrow for the queries of an object mapper.
public final class StatementCacheMissesLongQueries implements ClientRule {
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
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(
                        client.get(ConnectorJKeys.CACHE_PREP_STMTS),
                        caches -> Rule.given(
                                client.get(ConnectorJKeys.PREP_STMT_CACHE_SQL_LIMIT),
                                limit -> judge(client, caches, limit))));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> caches, Setting.Known<Integer> limit) {
        if (!caches.value() || limit.isChosen()) {
            return Verdict.PASS;
        }
        return client.libraries()
                .hasJpa()
                .map(hasJpa -> hasJpa ? Verdict.violation(finding(client, caches, limit)) : Verdict.PASS)
                .orElseGet(() -> Verdict.undecided("no build file tells whether queries are made by JPA"));
    }

    private Finding finding(Client client, Setting.Known<Boolean> caches, Setting.Known<Integer> limit) {
        return finding(
                client,
                "statements of more than " + limit.value() + " characters are not cached",
                "JPA writes out every column, so most of its queries are longer: the cache that was switched on stays"
                        + " nearly empty.",
                Edits.driver(client, limit.key(), "2048"),
                Evidence.of(caches),
                Evidence.of(limit));
    }
}
