package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.C3p0Keys;
import dev.tautline.settings.Pool;
import java.util.EnumSet;

/// After one failed wave of log-ins the pool never tries again.
public final class BreaksAfterAcquireFailure implements ClientRule {
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
                EnumSet.of(Pool.C3P0),
                pool -> Rule.chosen(
                        client.get(C3p0Keys.BREAK_AFTER_ACQUIRE_FAILURE),
                        breaks -> breaks.value()
                                ? Verdict.violation(finding(
                                        client,
                                        "c3p0 gives up for good after one failed attempt to connect",
                                        "A database that is away for as long as the attempts take leaves a pool that is"
                                                + " broken for ever: the service stays down after the database is back, until"
                                                + " somebody restarts it.",
                                        Edits.pool(client, breaks.key(), "false"),
                                        Evidence.of(breaks)))
                                : Verdict.PASS));
    }
}
