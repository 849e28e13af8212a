package dev.tautline.check.rules.timeouts;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class TimeoutsRules {
    private TimeoutsRules() {}

    public static List<Rule> all() {
        return List.of(
                new ConnectTimeoutOff(),
                new DriverTimeoutInMilliseconds(),
                new MissingLoginTimeout(),
                new MissingSocketTimeout(),
                new MissingTcpKeepAlive());
    }
}
