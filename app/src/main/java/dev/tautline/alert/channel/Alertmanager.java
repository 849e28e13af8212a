package dev.tautline.alert.channel;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.alert.Transition;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Prometheus' Alertmanager, by its API v2 (openapi.yaml of alertmanager, POST /api/v2/alerts). An alert is known by
/// its labels; when they change, the one with the former labels is ended.
///
/// @param headers such as the one that authorizes
public record Alertmanager(HttpPost post, URI base, Map<String, String> headers) implements Channel {
    /// An alert without a new word ends by itself at that time. Silence resolves no incident: the guard speaks again
    /// long before, or is dead, which the heartbeat tells.
    private static final Duration LASTS = Duration.ofDays(7);

    private static final Duration TEST_LASTS = Duration.ofMinutes(1);

    @Override
    public Receipt deliver(Notice notice) {
        return post.send(HttpPost.below(base, "/api/v2/alerts"), headers, HttpPost.json(alerts(notice)));
    }

    static List<Map<String, Object>> alerts(Notice notice) {
        var alerts = new ArrayList<Map<String, Object>>();
        var former = notice.formerLabels();
        if (former != null) {
            alerts.add(alert(notice, former, notice.at()));
        }
        alerts.add(alert(notice, notice.labels(), end(notice)));
        return alerts;
    }

    private static Instant end(Notice notice) {
        var over = notice.resolvedAt();
        if (over != null) {
            return over;
        }
        return notice.at().plus(notice.transition() == Transition.TEST ? TEST_LASTS : LASTS);
    }

    private static Map<String, Object> alert(Notice notice, Map<String, String> labels, Instant end) {
        var alert = new LinkedHashMap<String, Object>();
        alert.put("labels", labels(notice, labels));
        alert.put("annotations", annotations(notice));
        var since = notice.since() == null ? notice.at() : notice.since();
        alert.put("startsAt", since.toString());
        alert.put("endsAt", (end.isBefore(since) ? since : end).toString());
        if (notice.link() != null) {
            alert.put("generatorURL", notice.link());
        }
        return alert;
    }

    /// Names of labels may have no dash (openapi.yaml refers to Prometheus' data model).
    private static Map<String, String> labels(Notice notice, Map<String, String> given) {
        var labels = new TreeMap<String, String>();
        given.forEach((name, value) -> labels.put(name.replaceAll("[^A-Za-z0-9_]", "_"), value));
        labels.putIfAbsent("incident", notice.incident());
        labels.putIfAbsent("severity", notice.severity().name().toLowerCase(Locale.ROOT));
        labels.put(
                "alertname",
                switch (notice.transition()) {
                    case TEST -> "TautlineTest";
                    case HEARTBEAT -> "TautlineWatchdog";
                    default -> "TautlineIncident";
                });
        return labels;
    }

    private static Map<String, String> annotations(Notice notice) {
        var annotations = new TreeMap<String, String>();
        annotations.put("summary", notice.subject());
        annotations.put("description", notice.text());
        annotations.put("state", notice.state().name().toLowerCase(Locale.ROOT));
        if (notice.runbook() != null) {
            annotations.put("runbook_url", notice.runbook());
        }
        return annotations;
    }

    @Override
    public String kind() {
        return "alertmanager";
    }

    @Override
    public boolean takesDigests() {
        return false;
    }
}
