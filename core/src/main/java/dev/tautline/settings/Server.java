package dev.tautline.settings;

/// One database server and what is known of its settings.
public record Server(String name, Settings settings) {
    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }
}
