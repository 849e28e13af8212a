package dev.tautline.link.reader.spring;

import dev.tautline.settings.R2dbcPoolKeys;
import dev.tautline.settings.SpringKeys;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The keys that environment variables may set although no file has them. Made only when there are variables.
final class SettableKeys {
    private static final Set<String> ALL = Collections.unmodifiableSet(gathered());

    private SettableKeys() {}

    static Set<String> all() {
        return ALL;
    }

    private static Set<String> gathered() {
        var keys = new LinkedHashSet<String>();
        for (var name : List.of("url", "username", "password", "type")) {
            keys.add(DataSourceClients.SPRING_PREFIX + "." + name);
        }
        for (var name : List.of("url", "username", "password")) {
            keys.add(R2dbcClients.PREFIX + "." + name);
        }
        R2dbcPoolKeys.VOCABULARY.keys().forEach(key -> keys.add(R2dbcClients.POOL + "." + key.name()));
        for (var group : PoolGroup.values()) {
            group.pool().vocabulary().stream()
                    .flatMap(names -> names.keys().stream())
                    .forEach(key -> keys.add(DataSourceClients.SPRING_PREFIX + group.infix() + key.name()));
        }
        SpringKeys.VOCABULARY.keys().forEach(key -> keys.add(key.name()));
        keys.add("spring.profiles.active");
        keys.add("spring.profiles.include");
        return keys;
    }
}
