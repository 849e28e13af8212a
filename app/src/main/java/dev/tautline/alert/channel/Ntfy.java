package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A topic of ntfy, on its public server or one's own (docs.ntfy.sh/publish, publish as JSON).
///
/// @param topic whoever knows it may read along, so it is a secret
/// @param headers such as the one that authorizes
public record Ntfy(HttpPost post, URI base, Secret topic, Map<String, String> headers) implements Channel {
    public static final URI BASE = URI.create("https://ntfy.sh");

    /// Of bytes; a longer message becomes a file that nobody opens at night.
    private static final int MOST_BYTES = 4000;

    private static final int MOST_TITLE = 250;

    @Override
    public Receipt deliver(Notice notice) {
        return post.send(HttpPost.below(base, "/"), headers, HttpPost.json(body(notice, topic)));
    }

    static Map<String, Object> body(Notice notice, Secret topic) {
        var body = new LinkedHashMap<String, Object>();
        body.put("topic", topic.reveal());
        body.put("title", Cut.to(MOST_TITLE, notice.subject()));
        body.put("message", fitting(notice.text()));
        body.put("priority", priority(notice));
        body.put("tags", List.of(tag(notice)));
        if (notice.link() != null) {
            body.put("click", notice.link());
        }
        return body;
    }

    private static String fitting(String text) {
        int most = MOST_BYTES;
        while (Cut.to(most, text).getBytes(UTF_8).length > MOST_BYTES) {
            most -= 100;
        }
        return Cut.to(most, text);
    }

    private static int priority(Notice notice) {
        return switch (notice.transition()) {
            case RESOLVED, ACKNOWLEDGED, MITIGATED, TEST -> 3;
            case HEARTBEAT -> 1;
            case OPENED, NAMED, REVISED, WORSENED, REOPENED, ESCALATED, REPEATED, DIGEST ->
                switch (notice.severity()) {
                    case CRITICAL, HIGH -> 5;
                    case MEDIUM -> 4;
                    case LOW -> 3;
                };
        };
    }

    private static String tag(Notice notice) {
        return switch (notice.transition()) {
            case RESOLVED -> "white_check_mark";
            case ACKNOWLEDGED, MITIGATED -> "eyes";
            case TEST, HEARTBEAT -> "information_source";
            case OPENED, NAMED, REVISED, WORSENED, REOPENED, ESCALATED, REPEATED, DIGEST -> "rotating_light";
        };
    }

    @Override
    public String kind() {
        return "ntfy";
    }

    @Override
    public boolean takesDigests() {
        return true;
    }
}
