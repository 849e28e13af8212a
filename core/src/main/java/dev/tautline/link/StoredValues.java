package dev.tautline.link;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.Map;

/// A ConfigMap or Secret whose content a file holds (`isComplete`), or one that is only known to be made by
/// something else in the same set of files, such as an operator or a sealed secret.
public record StoredValues(
        Kind kind,
        String name,
        String namespace,
        String unit,
        Map<String, Written> values,
        boolean isComplete,
        Origin origin) {
    /// What the platform calls it.
    public enum Kind {
        CONFIG_MAP,
        SECRET
    }

    public StoredValues {
        values = Map.copyOf(values);
    }
}
