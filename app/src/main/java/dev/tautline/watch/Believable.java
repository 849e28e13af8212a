package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.PoolReport;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Looks a report over before anything is made of it: one that lacks a part or counts below nothing would otherwise
/// keep the whole second from being judged.
final class Believable {
    /// Far above what an agent tells: pools of one application, seconds of a report, settings of a pool.
    private static final int MOST = 2000;

    private Believable() {}

    /// @throws IOException naming what cannot be believed
    static AgentReport checked(@Nullable AgentReport report) throws IOException {
        if (report == null) {
            throw new IOException("the agent tells nothing");
        }
        there("service", report.service());
        there("startedAt", report.startedAt());
        there("at", report.at());
        some("pools", report.pools());
        some("requests", report.requests());
        some("host", report.host());
        some("outcomes", report.outcomes());
        for (var outcome : report.outcomes()) {
            there("an outcome's name", outcome.name());
            notBelowNothing("outcomes", outcome.count());
        }
        there("visitors", report.visitors());
        notBelowNothing("visitors", report.visitors().seen(), report.visitors().affected());
        for (var pool : report.pools()) {
            check(pool);
        }
        for (var second : report.requests()) {
            notBelowNothing("requests", second.requests(), second.errors(), second.slow());
            there("totalMicros", second.totalMicros());
            there("waitingMicros", second.waitingMicros());
            there("holdingMicros", second.holdingMicros());
            there("ownMicros", second.ownMicros());
        }
        for (var second : report.host()) {
            there("schedulingDelayMicros", second.schedulingDelayMicros());
        }
        return report;
    }

    private static void check(PoolReport pool) throws IOException {
        there("a pool's name", pool.name());
        there("a pool's url", pool.url());
        some("a pool's seconds", pool.seconds());
        some("a pool's connectFailures", pool.connectFailures());
        some("a pool's configuration", pool.configuration());
        notBelowNothing(
                "a pool's connections", pool.maximum(), pool.active(), pool.idle(), pool.pending(), pool.total());
        for (var second : pool.seconds()) {
            notBelowNothing("a pool's time-outs", second.acquireTimeouts(), second.connectsFailed());
            there("acquireMicros", second.acquireMicros());
            there("holdMicros", second.holdMicros());
        }
        for (var failure : pool.connectFailures()) {
            there("a failure's last", failure.last());
            there("a failure's host", failure.host());
            there("a failure's step", failure.step());
            there("a failure's message", failure.message());
        }
        for (var setting : pool.configuration()) {
            there("a setting's name", setting.name());
            there("a setting's value", setting.value());
        }
    }

    private static void there(String what, @Nullable Object value) throws IOException {
        if (value == null) {
            throw new IOException("the agent tells nothing of " + what);
        }
    }

    private static void some(String what, @Nullable Collection<?> values) throws IOException {
        if (values == null) {
            throw new IOException("the agent tells nothing of " + what);
        }
        if (values.size() > MOST) {
            throw new IOException("the agent tells " + values.size() + " of " + what + ", more than " + MOST);
        }
        for (var value : values) {
            there("one of " + what, value);
        }
    }

    private static void notBelowNothing(String what, int... counts) throws IOException {
        for (int count : counts) {
            if (count < 0) {
                throw new IOException("the agent counts " + count + " of " + what);
            }
        }
    }
}
