package dev.tautline.alert.channel;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/// A GET on a URL that somebody waits for, as services that watch for silence want it.
///
/// @param url a secret: whoever knows it can pretend that the guard lives
public record Ping(HttpPost post, Secret url) implements Channel {
    @Override
    public Receipt deliver(Notice notice) {
        return post.send(HttpRequest.newBuilder(URI.create(url.reveal()))
                .timeout(Duration.ofSeconds(10))
                .GET()
                .build());
    }

    @Override
    public String kind() {
        return "ping";
    }

    @Override
    public boolean takesDigests() {
        return true;
    }
}
