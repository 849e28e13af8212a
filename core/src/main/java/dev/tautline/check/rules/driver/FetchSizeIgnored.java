package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Setting;
import java.util.stream.Stream;

/// A fetch size that Connector/J does not heed.
public final class FetchSizeIgnored implements ClientRule {
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
                url -> Stream.of(ConnectorJKeys.DEFAULT_FETCH_SIZE, HibernateKeys.JDBC_FETCH_SIZE)
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(size -> size.value() > 0)
                        .findFirst()
                        .map(size -> Rule.given(
                                client.get(ConnectorJKeys.USE_CURSOR_FETCH), cursor -> judge(client, size, cursor)))
                        .orElse(Verdict.PASS));
    }

    private Verdict judge(Client client, Setting.Known<Integer> size, Setting.Known<Boolean> cursor) {
        return cursor.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        size.key() + " is " + size.value() + ", and without useCursorFetch it has no effect",
                        "The driver still reads the whole answer into memory: the export that was to be read in pieces ends"
                                + " in an OutOfMemoryError, and takes all other requests with it.",
                        new Edit.Decide(
                                size.origin(), "append useCursorFetch=true to the URL, or remove " + size.key()),
                        Evidence.of(size),
                        Evidence.of(cursor)));
    }
}
