package dev.tautline.cli;

import dev.tautline.dashboard.access.Account;
import dev.tautline.labdoor.DoorRelay;
import dev.tautline.settings.Secret;
import dev.tautline.stage.Passwords;
import java.nio.file.Path;
import java.util.Map;

/// What lets a dashboard play game days: the stage beside it, and the token of who may.
record GameDayAccess(Path stage, Secret token) {
    /// @throws UsageException when the variable with the token is not set
    static GameDayAccess of(Path stage, Map<String, String> environment) {
        var variable = Passwords.Use.OPERATOR.variable();
        var token = environment.getOrDefault(variable, "");
        if (token.isEmpty()) {
            throw new UsageException("--game-day: the environment variable " + variable + " is not set");
        }
        return new GameDayAccess(stage, Secret.of(token));
    }

    DoorRelay relay() {
        return new DoorRelay(stage);
    }

    Account operator() {
        return Account.Token.of("operator", token);
    }
}
