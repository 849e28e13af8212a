package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.DropwizardKeys;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.TomcatJdbcKeys;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;

/// The pool closes connections that are still at work.
public final class AbandonedRemovalKillsWork implements ClientRule {
    /// The default of Commons DBCP 2 and Druid. Nothing that a request does should take longer, and what takes
    /// longer on purpose, such as a report, is known to whoever wrote a longer time.
    private static final Duration LONGEST = Duration.ofMinutes(5);

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
        return PoolView.of(
                client,
                EnumSet.of(Pool.TOMCAT_JDBC, Pool.DROPWIZARD, Pool.DBCP2, Pool.DRUID),
                pool -> switches(client.pool())
                        .flatMap(flag -> client.get(flag).chosen().stream())
                        .filter(Setting.Known::value)
                        .findFirst()
                        .map(flag -> Rule.given(after(pool), after -> judge(pool, flag, after)))
                        .orElse(Verdict.notApplicable("connections are not taken away")));
    }

    private static Stream<SettingKey<Boolean>> switches(Pool pool) {
        return pool == Pool.DBCP2
                ? Stream.of(Dbcp2Keys.REMOVE_ABANDONED_ON_BORROW, Dbcp2Keys.REMOVE_ABANDONED_ON_MAINTENANCE)
                : pool.keys().orElseThrow().abandonment().isOn().stream();
    }

    private static Setting<Duration> after(PoolView pool) {
        var seconds = pool.client().get(DruidKeys.REMOVE_ABANDONED_TIMEOUT);
        return pool.client().pool() == Pool.DRUID && seconds.chosen().isPresent()
                ? seconds
                : pool.client().get(pool.keys().abandonment().after().orElseThrow());
    }

    private Verdict judge(PoolView pool, Setting.Known<Boolean> flag, Setting.Known<Duration> after) {
        var client = pool.client();
        if (after.value().compareTo(LONGEST) > 0 || isResetByUse(client)) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                client.pool().title() + " closes every connection that is in use for more than "
                        + Words.of(after.value()),
                "It cannot tell a leak from a long query: an import, a report or a migration loses its connection in"
                        + " the middle, and in a slow hour all requests do, so that slow becomes down.",
                Edits.pool(client, flag.key(), "false"),
                Evidence.of(flag),
                Evidence.of(after)));
    }

    /// `ResetAbandonedTimer` counts from the last use and not from the borrowing.
    private static boolean isResetByUse(Client client) {
        return Stream.of(TomcatJdbcKeys.JDBC_INTERCEPTORS, DropwizardKeys.JDBC_INTERCEPTORS)
                .flatMap(key -> client.get(key).chosen().stream())
                .anyMatch(interceptors -> interceptors.value().contains("ResetAbandonedTimer"));
    }
}
