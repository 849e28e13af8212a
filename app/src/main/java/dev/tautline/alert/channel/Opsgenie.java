package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.alert.Transition;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opsgenie's Alert API (docs.opsgenie.com/docs/alert-api): the incident is the alert's alias.
///
/// @param base `https://api.opsgenie.com`, the EU's, or what speaks the same
/// @param key of an API integration
public record Opsgenie(HttpPost post, URI base, Secret key) implements Channel {
    public static final URI BASE = URI.create("https://api.opsgenie.com");

    private static final int MOST_MESSAGE = 130;
    private static final int MOST_DESCRIPTION = 15_000;
    private static final int MOST_TAG = 50;
    private static final int MOST_ENTITY = 512;
    private static final int MOST_TAGS = 20;

    @Override
    public Receipt deliver(Notice notice) {
        return switch (notice.transition()) {
            case RESOLVED -> change(notice, "close");
            case ACKNOWLEDGED, MITIGATED -> change(notice, "acknowledge");
            case TEST -> {
                var receipt = create(notice);
                yield receipt.taken() ? change(notice, "close") : receipt;
            }
            case OPENED -> create(notice);
            // A second alert of the same alias only counts; the note tells what is new.
            case NAMED, REVISED, WORSENED, REOPENED, ESCALATED, REPEATED, DIGEST, HEARTBEAT -> {
                var receipt = create(notice);
                yield receipt.taken() ? change(notice, "notes") : receipt;
            }
        };
    }

    private Receipt create(Notice notice) {
        return send("/v2/alerts", alert(notice));
    }

    private Receipt change(Notice notice, String what) {
        var alias = URLEncoder.encode(alias(notice), UTF_8).replace("+", "%20");
        return send(
                "/v2/alerts/" + alias + "/" + what + "?identifierType=alias",
                Map.of(
                        "source",
                        "Tautline",
                        "note",
                        Cut.to(MOST_DESCRIPTION, notice.subject() + "\n" + notice.text())));
    }

    private Receipt send(String path, Map<String, Object> body) {
        return post.send(
                HttpPost.below(base, path), Map.of("Authorization", "GenieKey " + key.reveal()), HttpPost.json(body));
    }

    private static String alias(Notice notice) {
        return "tautline-" + notice.incident();
    }

    static Map<String, Object> alert(Notice notice) {
        var alert = new LinkedHashMap<String, Object>();
        alert.put("message", Cut.to(MOST_MESSAGE, notice.subject()));
        alert.put("alias", alias(notice));
        alert.put("description", Cut.to(MOST_DESCRIPTION, notice.text()));
        alert.put("details", notice.labels());
        alert.put("tags", tags(notice));
        alert.put("entity", Cut.to(MOST_ENTITY, notice.labels().getOrDefault("subject", "database connection")));
        alert.put("source", "Tautline");
        alert.put("priority", priority(notice));
        return alert;
    }

    private static List<String> tags(Notice notice) {
        return notice.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals("incident"))
                .map(label -> Cut.to(MOST_TAG, label.getKey() + "=" + label.getValue()))
                .limit(MOST_TAGS)
                .toList();
    }

    private static String priority(Notice notice) {
        if (notice.transition() == Transition.TEST) {
            return "P5";
        }
        return switch (notice.severity()) {
            case CRITICAL -> "P1";
            case HIGH -> "P2";
            case MEDIUM -> "P3";
            case LOW -> "P4";
        };
    }

    @Override
    public String kind() {
        return "opsgenie";
    }

    @Override
    public boolean takesDigests() {
        return false;
    }
}
