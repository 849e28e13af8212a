package dev.tautline.ground;

import dev.tautline.lab.fault.ClientChange;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.stage.StoreSettings;
import java.util.Locale;

/// What a change of a client is in the settings of the shop.
final class ChangedSettings {
    private static final String POOL = "spring.datasource.hikari.";

    private ChangedSettings() {}

    /// Mistakes in code cannot be made by settings.
    static Feasibility feasible(ClientChange change) {
        return switch (change) {
            case ClientChange.Bug bug ->
                Feasibility.impossible("the shop has no switch for the mistake '%s'".formatted(words(bug)));
            case ClientChange.PoolSetting _,
                    ClientChange.DriverProperty _,
                    ClientChange.JvmOption _,
                    ClientChange.Nothing _ -> Feasibility.possible();
        };
    }

    /// @throws IllegalArgumentException for a change that is not feasible
    static StoreSettings of(StoreSettings usual, ClientChange change) {
        return switch (change) {
            case ClientChange.PoolSetting(var name, var value) -> usual.with(POOL + kebab(name), value);
            case ClientChange.DriverProperty(var name, var value) ->
                usual.with(POOL + "data-source-properties." + name, value);
            case ClientChange.JvmOption(var option) -> usual.withJvmOption(option);
            case ClientChange.Nothing _ -> usual;
            case ClientChange.Bug bug -> throw new IllegalArgumentException("no switch for " + words(bug));
        };
    }

    private static String words(ClientChange.Bug bug) {
        return bug.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
