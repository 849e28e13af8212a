package dev.tautline.alert.channel;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A channel of Microsoft Teams, by a workflow that posts the adaptive card it gets (the template "Post to a channel
/// when a webhook request is received"; adaptivecards.io, 1.4).
///
/// @param url a secret: its signature lets anybody post
public record Teams(HttpPost post, Secret url) implements Channel {
    /// The whole message may have 28 KB (learn.microsoft.com, webhooks and connectors).
    private static final int MOST_TEXT = 20_000;

    private static final int MOST_PART = 2000;

    @Override
    public Receipt deliver(Notice notice) {
        return post.send(URI.create(url.reveal()), Map.of(), HttpPost.json(body(notice)));
    }

    static Map<String, Object> body(Notice notice) {
        var attachment = new LinkedHashMap<String, Object>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("contentUrl", null);
        attachment.put("content", card(notice));
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static Map<String, Object> card(Notice notice) {
        var card = new LinkedHashMap<String, Object>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("msteams", Map.of("width", "Full"));
        card.put("body", parts(notice));
        if (notice.link() != null) {
            card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", "Dashboard", "url", notice.link())));
        }
        return card;
    }

    private static List<Map<String, Object>> parts(Notice notice) {
        var parts = new ArrayList<Map<String, Object>>();
        parts.add(Map.of(
                "type",
                "TextBlock",
                "text",
                plain(notice.subject()),
                "size",
                "Large",
                "weight",
                "Bolder",
                "wrap",
                true));
        var facts = new ArrayList<Map<String, String>>();
        int left = MOST_TEXT;
        for (var fact : Cut.grouped(notice).entrySet()) {
            var value = Cut.to(MOST_PART, String.join("\n\n", fact.getValue()));
            // In UTF-8 a letter has up to three bytes for each unit.
            left -= fact.getKey().length() + value.length() * 2;
            if (left < 0) {
                break;
            }
            facts.add(Map.of("title", fact.getKey(), "value", plain(value)));
        }
        parts.add(Map.of("type", "FactSet", "facts", facts));
        return parts;
    }

    /// Cards show a part of Markdown; what was measured is to be read as it is.
    private static String plain(String text) {
        return text.replaceAll("([\\[\\]*_`])", "\\\\$1");
    }

    @Override
    public String kind() {
        return "teams";
    }

    @Override
    public boolean takesDigests() {
        return true;
    }
}
