package dev.tautline.check.rules.driver;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class DriverRules {
    private DriverRules() {}

    public static List<Rule> all() {
        return List.of(new MissingApplicationName(), new UnknownDriverProperty(), new ValueOfWrongType());
    }
}
