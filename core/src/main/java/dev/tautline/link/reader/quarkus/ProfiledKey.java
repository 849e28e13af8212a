package dev.tautline.link.reader.quarkus;

import dev.tautline.link.reader.format.Property;
import java.util.Arrays;
import java.util.Set;

/// A property of which the key may begin with profiles: `%prod.quarkus…`, `%{a,b}.quarkus…`.
record ProfiledKey(Set<String> profiles, Property property) {
    static ProfiledKey of(Property written) {
        var key = written.key().replace("\"%", "%").replaceFirst("^(%[^.\"]+)\"\\.", "$1.");
        var dot = key.indexOf('.');
        if (!key.startsWith("%") || dot < 0) {
            return new ProfiledKey(Set.of(), written);
        }
        var names = key.substring(1, dot).replaceAll("[{}]", "").split("\\s*,\\s*", -1);
        return new ProfiledKey(
                Set.copyOf(Arrays.asList(names)),
                new Property(key.substring(dot + 1), written.text(), written.origin()));
    }
}
