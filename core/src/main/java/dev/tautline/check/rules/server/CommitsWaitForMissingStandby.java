package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PatroniKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Each commit waits for every standby that is named, so that the loss of one stops all writes.
public final class CommitsWaitForMissingStandby implements ServerRule {
    /// `FIRST 2 (a, b)`, `ANY 1 (a, b)`, `2 (a, b)`, or names alone, of which the first one counts (PostgreSQL manual,
    /// "Replication", `synchronous_standby_names`).
    private static final Pattern METHOD =
            Pattern.compile("(?is)\\s*(?:(?:first|any)\\s+)?(?<count>\\d{1,3})\\s*\\((?<names>[^()]*)\\)\\s*");

    private static final Set<String> NOT_WAITING = Set.of("off", "local", "false", "no", "0");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        if (server.product() != Product.POSTGRESQL
                || server.get(PatroniKeys.SCOPE).chosen().isPresent()) {
            return Verdict.notApplicable("no PostgreSQL server, or Patroni keeps the list");
        }
        return Rule.chosen(server.get(PostgresKeys.SYNCHRONOUS_STANDBY_NAMES), names -> judge(server, names));
    }

    private Verdict judge(Server server, Setting.Known<String> names) {
        var waits = server.get(PostgresKeys.SYNCHRONOUS_COMMIT)
                .knownValue()
                .filter(commit -> !NOT_WAITING.contains(commit))
                .isPresent();
        return waits && hasNoneToSpare(names.value()) ? Verdict.violation(finding(server, names)) : Verdict.PASS;
    }

    private static boolean hasNoneToSpare(String value) {
        var method = METHOD.matcher(value);
        var isCounted = method.matches();
        var listed = Stream.of((isCounted ? method.group("names") : value).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        var needed = isCounted ? Integer.parseInt(method.group("count")) : 1;
        return !listed.isEmpty() && !listed.contains("*") && !listed.contains("\"*\"") && needed >= listed.size();
    }

    private Finding finding(Server server, Setting.Known<String> names) {
        return finding(
                server,
                "every commit of " + server.label() + " waits for " + names.value(),
                "When that standby is away, restarted or slow, every COMMIT hangs (wait event SyncRep): all connections of"
                        + " all pools fill up while the server is idle and answers every read.",
                new Edit.Decide(names.origin(), "name one standby more than a commit waits for: 'ANY 1 (a, b)'"),
                Evidence.of(names));
    }
}
