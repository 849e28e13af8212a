package dev.tautline.targets;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.Nearest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Which role a URL asks for. Both drivers refuse the whole URL when they don't know the word, so that a climb which
/// passes would prove nothing.
record WantedRole(String parameter, Map<String, Expectation> words) {
    /// HostRequirement of pgjdbc, which looks at capital letters, too.
    private static final WantedRole OF_PGJDBC = new WantedRole(
            "targetServerType",
            Map.of(
                    "any", Expectation.ANY,
                    "primary", Expectation.PRIMARY,
                    "master", Expectation.PRIMARY,
                    "secondary", Expectation.STANDBY,
                    "slave", Expectation.STANDBY,
                    "preferSecondary", Expectation.ANY,
                    "preferSlave", Expectation.ANY,
                    "preferPrimary", Expectation.ANY));

    /// PostgreSQL manual 18, section 32.1.2.
    private static final WantedRole OF_LIBPQ = new WantedRole(
            "target_session_attrs",
            Map.of(
                    "any", Expectation.ANY,
                    "read-write", Expectation.PRIMARY,
                    "read-only", Expectation.ANY,
                    "primary", Expectation.PRIMARY,
                    "standby", Expectation.STANDBY,
                    "prefer-standby", Expectation.ANY));

    WantedRole {
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    static Expectation in(ConnectionParameters parameters, boolean isLibpq, Consumer<String> problems) {
        return (isLibpq ? OF_LIBPQ : OF_PGJDBC).in(parameters, problems);
    }

    private Expectation in(ConnectionParameters parameters, Consumer<String> problems) {
        var text = parameters.get(parameter).orElse("any");
        var known = words.get(text);
        if (known == null) {
            problems.accept(parameters.called(parameter) + " is '" + text + "', allowed: "
                    + String.join(", ", words.keySet())
                    + Nearest.to(text, words.keySet())
                            .map(near -> "; nearest: '" + near + "'")
                            .orElse(""));
        }
        return known == null ? Expectation.ANY : known;
    }
}
