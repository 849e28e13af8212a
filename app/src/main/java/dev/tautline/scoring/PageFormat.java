package dev.tautline.scoring;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a watcher sends to a webhook, as pages.
@FunctionalInterface
public interface PageFormat {
    /// @param watcher the name under which it is scored
    /// @throws PageUnreadable when the body is not of this format
    List<Page> read(String watcher, JsonNode body);
}
