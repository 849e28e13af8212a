package dev.tautline.check.rules.migration;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.function.Predicate;

/// A setting of what changes the schema that somebody gave a value which does harm to data that last.
abstract class HarmfulValue<T> implements ClientRule {
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

    abstract String headline();

    abstract String consequence();

    @Override
    public final Severity severity() {
        return severity;
    }

    @Override
    public final Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public final Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return SchemaActions.isEmbedded(client)
                ? Verdict.notApplicable("an embedded database")
                : Rule.chosen(
                        client.get(key),
                        written -> isHarmful.test(written.value()) ? violation(client, written) : Verdict.PASS);
    }

    private Verdict violation(Client client, Setting.Known<T> written) {
        return Verdict.violation(applicationFinding(
                client, headline(), consequence(), Edits.application(client, key, harmless), Evidence.of(written)));
    }
}
