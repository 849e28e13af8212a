package dev.tautline.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client asks for when it opens a session, besides user and database, under pgjdbc's names. A pooler may refuse
/// what a server takes.
///
/// @param options `options`, such as `-c statement_timeout=5s`
/// @param currentSchema `currentSchema`, which is sent as `search_path`
/// @param scramMaxIterations how often the driver is willing to hash a password; its own limit when null
public record SessionOptions(
        @Nullable String options,
        @Nullable String currentSchema,
        @Nullable Integer scramMaxIterations) {
    public static final SessionOptions NONE = new SessionOptions(null, null, null);

    /// As they stand in the start-up message.
    Map<String, String> startupParameters() {
        var all = new LinkedHashMap<String, String>();
        if (currentSchema != null) {
            all.put("search_path", currentSchema);
        }
        if (options != null) {
            all.put("options", options);
        }
        return all;
    }
}
