package dev.tautline.finding;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;

/// One thing that was read: its name, its value in words, and where it came from. Holds no secret.
public record Evidence(String name, String value, Origin origin) {
    public static Evidence of(Setting.Known<?> setting) {
        return new Evidence(
                setting.key().name(),
                setting.origin().isOfSecret() ? Secret.MASK : Words.of(setting.value()),
                setting.origin());
    }

    @Override
    public String toString() {
        return name + " = " + value + " (" + origin + ")";
    }
}
