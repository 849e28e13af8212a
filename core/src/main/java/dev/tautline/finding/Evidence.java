package dev.tautline.finding;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;

/// One thing that was read: its name, its value in words, and where it came from. Holds no secret.
public record Evidence(String name, String value, Origin origin) {
    public static Evidence of(Setting.Known<?> setting) {
        return new Evidence(setting.key().name(), Words.told(setting), setting.origin());
    }

    @Override
    public String toString() {
        return name + " = " + value + " (" + origin + ")";
    }
}
