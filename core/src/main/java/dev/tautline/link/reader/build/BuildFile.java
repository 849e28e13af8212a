package dev.tautline.link.reader.build;

import dev.tautline.settings.Origin;
import java.util.Optional;
import java.util.Set;

/// What a build says about versions and libraries, whichever tool it is written for.
interface BuildFile {
    /// A text and its place.
    record Value(String text, Origin origin) {}

    /// The version of a library where the build gives one that can be resolved.
    Optional<Value> versionOf(String group, String name);

    /// A named value, such as `hikaricp.version`, which also overrides what Spring Boot manages.
    Optional<Value> property(String name);

    /// The version of Spring Boot, however the build takes it in.
    Optional<Value> springBoot();

    /// The names of all libraries that the build depends on directly, but for its tests.
    Set<String> libraries();

    /// The names of the libraries that a dependency leaves out.
    Set<String> excluded();
}
