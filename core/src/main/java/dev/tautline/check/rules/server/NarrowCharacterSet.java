package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;
import java.util.Set;

/// New tables cannot hold every letter.
public final class NarrowCharacterSet extends HarmfulValue<String> {
    private static final Set<String> NARROW = Set.of("latin1", "utf8", "utf8mb3", "ascii");

    public NarrowCharacterSet() {
        super(Severity.MEDIUM, MySqlKeys.CHARACTER_SET_SERVER, NARROW::contains, "utf8mb4");
    }

    @Override
    String headline(String value) {
        return "character_set_server = " + value + " cannot hold every letter";
    }

    @Override
    String consequence() {
        return "Names with emoji or rare letters fail with error 1366, or turn into question marks for good.";
    }
}
