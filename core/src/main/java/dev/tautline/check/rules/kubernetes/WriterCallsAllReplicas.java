package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Workload;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import java.util.Optional;

/// A client that writes calls a Service that leads to all pods of a replicated database.
public final class WriterCallsAllReplicas implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Link link) {
        var names = new Names(link);
        return Verdict.of(Calls.in(link)
                .filter(call -> writes(call.client()))
                .flatMap(call -> names.find(call.from(), call.address()).stream()
                        .flatMap(name -> replicated(names, name).stream()
                                .map(database -> at(call.client().stage(), finding(call, name, database)))))
                .toList());
    }

    /// A driver that looks for the primary, and a pool that only reads, may meet any of them.
    private static boolean writes(Client client) {
        return client.get(PgjdbcKeys.TARGET_SERVER_TYPE)
                        .knownValue()
                        .map("any"::equals)
                        .orElse(false)
                && !client.get(HikariKeys.READ_ONLY).knownValue().orElse(false);
    }

    private static Optional<Workload> replicated(Names names, PublishedName name) {
        var behind = names.behind(name);
        return behind.size() == 1
                ? behind.stream()
                        .filter(workload -> workload.kind() == Workload.Kind.STATEFUL_SET
                                && Pods.database(workload).isPresent()
                                && workload.instances().most().orElse(1) > 1)
                        .findFirst()
                : Optional.empty();
    }

    private Finding finding(Calls call, PublishedName name, Workload database) {
        return finding(
                call.client().label(),
                "the Service " + name.name() + " leads to all "
                        + database.instances().most().orElseThrow() + " pods of " + database.label(),
                "Some connections reach a standby, and writing on them fails with 25006 \"cannot execute … in a read-only"
                        + " transaction\", at random and only for some users.",
                new Edit.Decide(
                        call.address().origin(),
                        "call a Service that selects the primary only, or name all pods and add targetServerType=primary"),
                new Evidence("url", call.address().toString(), call.address().origin()),
                Pods.copies(database));
    }
}
