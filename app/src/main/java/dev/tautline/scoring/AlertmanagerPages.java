package dev.tautline.scoring;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What Alertmanager sends to a webhook (its documentation, "webhook_config", version 4 of the message). An alert
/// counts from its `startsAt`, when the rule began to fire: how long Alertmanager groups is not held against the rules.
/// A label `cause` names the cause.
public final class AlertmanagerPages implements PageFormat {
    private static final String FIRING = "firing";

    @Override
    public List<Page> read(String watcher, JsonNode body) {
        if (!body.path("alerts").isArray()) {
            throw new PageUnreadable("'alerts' is missing or no list: not a message of Alertmanager");
        }
        return body.path("alerts")
                .valueStream()
                .map(alert -> page(watcher, alert))
                .toList();
    }

    private static Page page(String watcher, JsonNode alert) {
        var labels = alert.path("labels");
        var starts = PlainPages.text(alert, "startsAt");
        try {
            // Go writes an offset where the zone is not UTC.
            var at = OffsetDateTime.parse(starts).toInstant();
            return new Page(
                    watcher,
                    PlainPages.text(alert, "fingerprint") + " " + starts,
                    at,
                    FIRING.equals(alert.path("status").stringValue(FIRING)),
                    PlainPages.text(labels, "alertname"),
                    Optional.ofNullable(labels.path("cause").stringValue(null)),
                    Set.of());
        } catch (DateTimeParseException malformed) {
            throw new PageUnreadable("'startsAt' is '" + starts + "', which is no instant");
        }
    }
}
