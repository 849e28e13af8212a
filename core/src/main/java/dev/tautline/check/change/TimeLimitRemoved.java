package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Words;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something that had a limit may now take for ever.
public final class TimeLimitRemoved implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return Meaning.LIMIT.stream()
                .flatMap(key -> removed(change, key).stream())
                .toList();
    }

    private Optional<Finding> removed(ClientChange change, SettingKey<Duration> key) {
        var before =
                change.before().get(key).known().filter(limit -> limit.value().isPositive());
        var after = change.after().get(key);
        var isGone = after instanceof Setting.Unset<Duration>
                || after.knownValue().map(Duration::isZero).orElse(false);
        return before.filter(was -> isGone)
                .map(was -> finding(
                        change,
                        key + " had a limit of " + Words.of(was.value()) + " and has none now",
                        "In the next network fault a thread hangs in it until somebody restarts the service.",
                        "give " + key + " a limit again; it was " + Words.of(was.value()),
                        read(change, was, after)));
    }

    private static Evidence[] read(ClientChange change, Setting.Known<Duration> was, Setting<Duration> after) {
        var before = new Evidence("before: " + was.key(), Words.of(was.value()), was.origin());
        var url = change.after().urlText();
        return after instanceof Setting.Known<Duration> now && now.isChosen()
                ? new Evidence[] {Evidence.of(now), before}
                : new Evidence[] {new Evidence("url", url.shown(), url.origin()), before};
    }
}
