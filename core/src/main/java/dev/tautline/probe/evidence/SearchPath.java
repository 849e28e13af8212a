package dev.tautline.probe.evidence;

import java.util.List;

/// Where a session looks for tables that are named without their schema.
///
/// @param setting `search_path` as the session has it
/// @param missing the schemas of it that do not exist in this database, or that the role may not use
public record SearchPath(String setting, List<String> missing) implements Evidence {
    public SearchPath {
        missing = List.copyOf(missing);
    }

    @Override
    public String words() {
        return "search_path " + setting;
    }
}
