package dev.tautline.check.rules.migration;

import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.SettingKey;

/// A switch of a migration tool in the position that does harm, unless the tool itself is switched off.
abstract class HarmfulSwitch extends HarmfulValue<Boolean> {
    private final SettingKey<Boolean> tool;

    /// `harmful` is the position, and `tool` the switch of the tool itself.
    HarmfulSwitch(Severity severity, SettingKey<Boolean> tool, SettingKey<Boolean> key, boolean harmful) {
        super(severity, key, position -> position == harmful, String.valueOf(!harmful));
        this.tool = tool;
    }

    @Override
    public Verdict judge(Client client) {
        return client.get(tool).knownValue().orElse(true)
                ? super.judge(client)
                : Verdict.notApplicable(tool.name() + " is false");
    }
}
