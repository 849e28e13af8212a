package dev.tautline.link;

import dev.tautline.settings.Written;
import java.util.Optional;

/// An environment variable of a container. Its value is unresolved where it comes from something that no
/// file holds.
public record Variable(String name, Written value, Optional<Reference> reference) {
    /// The name under which all variables stand that a container may get from a source that no file holds.
    public static final String UNSEEN = "";

    public static Variable of(String name, Written value) {
        return new Variable(name, value, Optional.empty());
    }
}
