package dev.tautline.scoring;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The format for any watcher that has an adapter of its own:
///
/// ```json
/// {"key": "42", "at": "2026-11-29T10:00:03Z", "firing": true, "title": "…", "cause": "server-down", "ruledOut": []}
/// ```
///
/// `cause` and `ruledOut` may be left out.
public final class PlainPages implements PageFormat {
    @Override
    public List<Page> read(String watcher, JsonNode body) {
        return List.of(new Page(
                watcher,
                text(body, "key"),
                instant(body, "at"),
                body.path("firing").asBoolean(true),
                text(body, "title"),
                Optional.ofNullable(body.path("cause").stringValue(null)),
                ruledOut(body)));
    }

    /// A text that must be there.
    static String text(JsonNode node, String field) {
        var text = node.path(field).stringValue(null);
        if (text == null || text.isBlank()) {
            throw new PageUnreadable("'" + field + "' is missing or no text");
        }
        return text;
    }

    /// An instant that must be there.
    static Instant instant(JsonNode node, String field) {
        var text = text(node, field);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new PageUnreadable(
                    "'%s' is '%s', allowed is an instant such as 2026-11-29T10:00:03Z".formatted(field, text));
        }
    }

    private static Set<String> ruledOut(JsonNode body) {
        return body.path("ruledOut").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
