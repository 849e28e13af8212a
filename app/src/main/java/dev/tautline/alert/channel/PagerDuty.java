package dev.tautline.alert.channel;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.alert.Transition;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A service of PagerDuty, by its Events API v2 (developer.pagerduty.com/docs/events-api-v2): the incident is the key
/// by which events belong together.
///
/// @param base `https://events.pagerduty.com`, or the EU's
/// @param routingKey of the integration
public record PagerDuty(HttpPost post, URI base, Secret routingKey) implements Channel {
    public static final URI BASE = URI.create("https://events.pagerduty.com");

    private static final int MOST_SUMMARY = 1024;
    private static final int MOST_KEY = 255;

    /// An event may have 512 KB.
    private static final int MOST_TEXT = 50_000;

    @Override
    public Receipt deliver(Notice notice) {
        var receipt = send(notice, action(notice.transition()));
        // A test must not leave an incident behind.
        return notice.transition() == Transition.TEST && receipt.taken() ? send(notice, "resolve") : receipt;
    }

    private Receipt send(Notice notice, String action) {
        return post.send(
                HttpPost.below(base, "/v2/enqueue"), Map.of(), HttpPost.json(body(notice, action, routingKey)));
    }

    private static String action(Transition transition) {
        return switch (transition) {
            case RESOLVED -> "resolve";
            case ACKNOWLEDGED, MITIGATED -> "acknowledge";
            case OPENED, NAMED, REVISED, WORSENED, REOPENED, ESCALATED, REPEATED, DIGEST, HEARTBEAT, TEST -> "trigger";
        };
    }

    static Map<String, Object> body(Notice notice, String action, Secret routingKey) {
        var body = new LinkedHashMap<String, Object>();
        body.put("routing_key", routingKey.reveal());
        body.put("event_action", action);
        body.put("dedup_key", Cut.to(MOST_KEY, "tautline-" + notice.incident()));
        body.put("client", "Tautline");
        if (notice.link() != null) {
            body.put("client_url", notice.link());
            body.put("links", links(notice, notice.link()));
        }
        body.put("payload", payload(notice));
        return body;
    }

    private static List<Map<String, String>> links(Notice notice, String link) {
        var dashboard = Map.of("href", link, "text", "Dashboard");
        return notice.runbook() == null
                ? List.of(dashboard)
                : List.of(dashboard, Map.of("href", notice.runbook(), "text", "Runbook"));
    }

    private static Map<String, Object> payload(Notice notice) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("summary", Cut.to(MOST_SUMMARY, notice.subject()));
        payload.put("source", notice.labels().getOrDefault("subject", "tautline"));
        payload.put("severity", severity(notice));
        payload.put("timestamp", notice.at().toString());
        payload.put("component", notice.labels().getOrDefault("subject", "database connection"));
        payload.put(
                "group", notice.owner() == null ? "unknown" : notice.labels().getOrDefault("owner", "unknown"));
        payload.put("class", notice.cause() == null ? "unnamed" : notice.cause());
        payload.put(
                "custom_details",
                Map.of("diagnosis", Cut.to(MOST_TEXT, notice.text()), "labels", notice.labels(), "key", notice.key()));
        return payload;
    }

    private static String severity(Notice notice) {
        if (notice.transition() == Transition.TEST || notice.transition() == Transition.HEARTBEAT) {
            return "info";
        }
        return switch (notice.severity()) {
            case CRITICAL -> "critical";
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "info";
        };
    }

    @Override
    public String kind() {
        return "pagerduty";
    }

    @Override
    public boolean takesDigests() {
        return false;
    }
}
