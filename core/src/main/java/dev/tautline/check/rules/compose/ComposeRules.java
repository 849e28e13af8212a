package dev.tautline.check.rules.compose;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class ComposeRules {
    private ComposeRules() {}

    public static List<Rule> all() {
        return List.of(
                new DatabaseNotCreated(),
                new DatabasePortOpenToAll(),
                new DatabaseScaledWithoutReplication(),
                new DatabaseWithoutVolume(),
                new DependsOnWithoutHealth(),
                new HealthConditionWithoutCheck(),
                new PasswordDiffersFromDatabase(),
                new UserUnknownToDatabase(),
                new VolumeMissesDataFolder());
    }
}
