package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// The pool has more connections than there are threads that could use them.
public final class PoolLargerThanRequestThreads implements ClientRule {

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
        return ClientRule.onHikari(
                client,
                () -> client.get(SpringKeys.VIRTUAL_THREADS).knownValue().orElse(false) || !hasTomcat(client)
                        ? Verdict.notApplicable("no fixed number of request threads")
                        : Rule.chosen(
                                client.get(HikariKeys.MAXIMUM_POOL_SIZE),
                                size -> Rule.given(
                                        client.get(SpringKeys.TOMCAT_THREADS_MAX),
                                        threads -> judge(client, size, threads))));
    }

    private static boolean hasTomcat(Client client) {
        var libraries = client.libraries();
        return libraries
                        .hasAny("spring-boot-starter-web", "spring-boot-starter-webmvc", "spring-boot-starter-tomcat")
                        .orElse(false)
                && !libraries
                        .hasAny("spring-boot-starter-jetty", "spring-boot-starter-undertow")
                        .orElse(false);
    }

    private Verdict judge(Client client, Setting.Known<Integer> size, Setting.Known<Integer> threads) {
        return size.value() <= threads.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        client.poolKey(size.key()) + " is " + size.value() + " for " + threads.value()
                                + " request threads",
                        "The connections beyond the threads are never used, yet each takes a slot and memory"
                                + " on the server, in every instance; they are missing when another service or an"
                                + " operator needs one.",
                        Edits.pool(client, size.key(), String.valueOf(Math.min(20, threads.value()))),
                        Evidence.of(size),
                        Evidence.of(threads)));
    }
}
