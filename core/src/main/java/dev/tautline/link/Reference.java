package dev.tautline.link;

import dev.tautline.settings.Origin;
import java.util.Optional;

/// A container's wish for a value that is stored elsewhere; without a key, for all of them.
public record Reference(StoredValues.Kind kind, String name, Optional<String> key, boolean optional, Origin origin) {}
