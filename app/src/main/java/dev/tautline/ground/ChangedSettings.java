package dev.tautline.ground;

import dev.tautline.lab.fault.ClientChange;
import dev.tautline.stage.StoreSettings;
import java.util.Locale;

/// What a change of a client is in the settings of the shop.
final class ChangedSettings {
    private static final String POOL = "spring.datasource.hikari.";
    private static final String MISTAKES = "chandlery.rehearsal.";

    private ChangedSettings() {}

    static StoreSettings of(StoreSettings usual, ClientChange change) {
        return switch (change) {
            case ClientChange.PoolSetting(var name, var value) -> usual.with(POOL + kebab(name), value);
            case ClientChange.DriverProperty(var name, var value) ->
                usual.with(POOL + "data-source-properties." + name, value);
            case ClientChange.JvmOption(var option) -> usual.withJvmOption(option);
            case ClientChange.Nothing _ -> usual;
            case ClientChange.Bug(var kind, var intensity) ->
                usual.with(MISTAKES + "enabled", "true").with(MISTAKES + words(kind), Double.toString(intensity));
        };
    }

    private static String words(ClientChange.Bug.Kind kind) {
        return kind.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
