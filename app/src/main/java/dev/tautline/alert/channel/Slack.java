package dev.tautline.alert.channel;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A Slack channel, by an incoming webhook and Block Kit (docs.slack.dev:
/// messaging/sending-messages-using-incoming-webhooks,
/// reference/block-kit/blocks).
///
/// @param url a secret: whoever knows it may post
public record Slack(HttpPost post, Secret url) implements Channel {
    private static final int MOST_HEADER = 150;
    private static final int MOST_SECTION = 3000;
    /// 50 are allowed; header, links and rest want room.
    private static final int MOST_SECTIONS = 45;

    @Override
    public Receipt deliver(Notice notice) {
        return post.send(URI.create(url.reveal()), Map.of(), HttpPost.json(body(notice)));
    }

    static Map<String, Object> body(Notice notice) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(Map.of(
                "type", "header", "text", Map.of("type", "plain_text", "text", Cut.to(MOST_HEADER, notice.subject()))));
        Cut.grouped(notice).forEach((name, values) -> {
            if (blocks.size() <= MOST_SECTIONS) {
                blocks.add(section("*" + escaped(name) + "*\n" + lines(values)));
            }
        });
        if (notice.link() != null) {
            blocks.add(Map.of(
                    "type",
                    "context",
                    "elements",
                    List.of(Map.of("type", "mrkdwn", "text", "<" + escaped(notice.link()) + "|Dashboard>"))));
        }
        // What notifications and old clients show in place of the blocks.
        return Map.of("text", escaped(notice.subject()), "blocks", blocks);
    }

    private static String lines(List<String> values) {
        return values.size() == 1
                ? escaped(values.getFirst())
                : String.join(
                        "\n",
                        values.stream().map(value -> "• " + escaped(value)).toList());
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", Cut.to(MOST_SECTION, text)));
    }

    /// The three characters that control messages: a name must not be able to call everybody (`<!channel>`).
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public boolean takesDigests() {
        return true;
    }
}
