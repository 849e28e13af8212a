package dev.tautline.check.rules.topology;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import java.util.Locale;
import java.util.regex.Pattern;

/// A pool that writes calls a name that is for reads.
public final class WriterCallsReplicaName implements ClientRule {
    private static final Pattern READS = Pattern.compile("(?i)read|replica|report|second|standby|slave");
    private static final Pattern WORD = Pattern.compile("(^|-)(replicas?|readers?|readonly|standby|slave)(-|$)");

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
        return ClientRule.onPostgres(client, url -> {
            if (client.get(HikariKeys.READ_ONLY).knownValue().orElse(false)
                    || READS.matcher(client.dataSource()).find()
                    || client.get(PgjdbcKeys.TARGET_SERVER_TYPE)
                            .chosen()
                            .filter(type ->
                                    type.value().toLowerCase(Locale.ROOT).contains("second"))
                            .isPresent()) {
                return Verdict.notApplicable("the pool only reads");
            }
            return Verdict.of(url.hosts().stream()
                    .filter(host -> host.isResolved() && isForReads(host.host()))
                    .map(host -> finding(
                            client,
                            "the name " + host.host() + " is for reads, and this pool is not read-only",
                            "Every order fails with 25006 \"cannot execute INSERT in a read-only transaction\", while"
                                    + " all pages that only show something work.",
                            new Edit.Decide(host.origin(), "write the name for writes, or set read-only: true"),
                            new Evidence("host", host.toString(), host.origin())))
                    .toList());
        });
    }

    private static boolean isForReads(String host) {
        var labels = host.toLowerCase(Locale.ROOT);
        var dot = labels.indexOf('.');
        var first = dot < 0 ? labels : labels.substring(0, dot);
        return first.endsWith("-ro") || WORD.matcher(first).find() || labels.contains(".cluster-ro-");
    }
}
