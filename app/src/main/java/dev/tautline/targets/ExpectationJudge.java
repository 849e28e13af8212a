package dev.tautline.targets;

import dev.tautline.finding.Words;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.SlotUse.Limit;
import dev.tautline.settings.CountOrPercent;
import dev.tautline.settings.DataSize;
import dev.tautline.settings.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares what was expected with what a ladder that passed has found. What the server does not tell is not met: an
/// expectation that cannot be judged must not look like one that holds.
final class ExpectationJudge {
    private static final String NOT_TOLD = "not told by the server";
    /// `18.6 (Debian 18.6-1.pgdg13+1)`, `19beta1`.
    private static final Pattern RELEASE = Pattern.compile("\\d+(?:\\.\\d+)*");

    private final Expectations expected;
    private final LadderResult result;
    private final Map<String, String> settings;
    private final List<Unmet> unmet = new ArrayList<>();

    private ExpectationJudge(Expectations expected, LadderResult result, Map<String, String> settings) {
        this.expected = expected;
        this.result = result;
        this.settings = settings;
    }

    /// @param settings what the server said of the settings that were asked for; one that it does not know is missing
    static List<Unmet> judge(Expectations expected, LadderResult result, Map<String, String> settings) {
        var judge = new ExpectationJudge(expected, result, settings);
        judge.tls();
        judge.version();
        judge.headRoom();
        judge.lag();
        expected.latency().forEach(judge::latency);
        expected.settings().forEach(judge::setting);
        return List.copyOf(judge.unmet);
    }

    private void tls() {
        var certificate = result.certificate();
        var protocol = certificate == null ? null : certificate.protocol();
        var mode = result.target().sslMode();
        expected.tls()
                .filter(level -> !level.isMetBy(protocol, mode))
                .ifPresent(level ->
                        add("tls", level, protocol == null ? "not encrypted" : protocol + " with sslmode=" + mode));
    }

    private void version() {
        expected.version().ifPresent(range -> {
            var server = result.server();
            var release = RELEASE.matcher(server == null ? "" : server.version());
            if (!release.lookingAt()) {
                add("version", range, NOT_TOLD);
            } else if (!range.contains(Version.of(release.group()))) {
                add("version", range, release.group());
            }
        });
    }

    private void headRoom() {
        expected.headRoom().ifPresent(least -> {
            var slots = result.capacity();
            if (slots == null) {
                add("head-room", least, NOT_TOLD);
            } else if (isBelow(least, slots.free(), slots.maximum() - slots.reserved())
                    || limits(slots).anyMatch(limit -> isBelow(least, limit.free(), limit.maximum()))) {
                add("head-room", least + (least.isPercent() ? "" : " free"), slots.words());
            }
        });
    }

    /// A role or a database may be full long before the server is.
    private static Stream<Limit> limits(Capacity slots) {
        var use = slots.use();
        return use == null ? Stream.empty() : Stream.of(use.role(), use.database());
    }

    /// What has no limit has room.
    private static boolean isBelow(CountOrPercent least, @Nullable Integer free, @Nullable Integer all) {
        return free != null && all != null && free < least.roundedUpOf(all);
    }

    /// A primary has no lag.
    private void lag() {
        var role = result.role();
        if (role == null || !role.inRecovery()) {
            return;
        }
        expected.replicationLag().ifPresent(most -> {
            var lag = role.replicationLag();
            if (lag == null || lag.compareTo(most) > 0) {
                add("replication-lag", atMost(most), lag == null ? NOT_TOLD : Words.of(lag));
            }
        });
        expected.replicationLagBytes().ifPresent(most -> {
            var replay = role.replay();
            if (replay == null || replay.behindBytes() > most.bytes()) {
                var found = replay == null
                        ? NOT_TOLD
                        : DataSize.ofBytes(replay.behindBytes()).toString();
                add("replication-lag-bytes", "at most " + most, found);
            }
        });
    }

    private void latency(Budget budget) {
        var taken = budget.taken(result);
        if (taken.isEmpty() && budget.needsWriting()) {
            add("latency." + budget.layer(), atMost(budget.most()), "not measured: nothing is written without --write");
        }
        taken.filter(took -> took.compareTo(budget.most()) > 0)
                .ifPresent(took -> add("latency." + budget.layer(), atMost(budget.most()), millis(took)));
    }

    private void setting(ExpectedSetting setting) {
        var found = Optional.ofNullable(settings.get(setting.name()));
        if (found.filter(setting::allows).isEmpty()) {
            add("settings." + setting.name(), setting.range(), found.orElse(NOT_TOLD));
        }
    }

    private void add(String what, Object wanted, String found) {
        unmet.add(new Unmet(what, wanted.toString(), found));
    }

    private static String atMost(Duration most) {
        return "at most " + Words.of(most);
    }

    private static String millis(Duration took) {
        return "%.1f ms".formatted(took.toNanos() / 1e6);
    }
}
