package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.function.Predicate;

/// A setting of a server that somebody gave a value which does harm by itself, whatever stands beside it.
abstract class HarmfulValue<T> implements ServerRule {
    private final Severity severity;
    private final SettingKey<T> key;
    private final Predicate<T> isHarmful;
    private final String harmless;

    /// `harmless` is the value to write instead.
    HarmfulValue(Severity severity, SettingKey<T> key, Predicate<T> isHarmful, String harmless) {
        this.severity = severity;
        this.key = key;
        this.isHarmful = isHarmful;
        this.harmless = harmless;
    }

    abstract String headline(T value);

    abstract String consequence();

    @Override
    public final Severity severity() {
        return severity;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public final Verdict judge(Server server) {
        return Rule.chosen(
                server.get(key),
                written -> isHarmful.test(written.value()) ? violation(server, written) : Verdict.PASS);
    }

    private Verdict violation(Server server, Setting.Known<T> written) {
        return Verdict.violation(finding(
                server,
                headline(written.value()),
                consequence(),
                new Edit.Replace(written.origin(), key.name(), harmless),
                Evidence.of(written)));
    }
}
