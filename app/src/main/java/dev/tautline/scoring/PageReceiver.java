package dev.tautline.scoring;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The telephone that watchers ring: a webhook on loopback for each. Thread-safe.
public final class PageReceiver implements AutoCloseable {
    private static final long MOST_BYTES = 4L << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Map<String, PageFormat> formats;
    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final Javalin server;

    /// Listens at once.
    ///
    /// @param port 0 for any
    /// @param formats what each watcher sends, by its name, which is also the path of its webhook
    public PageReceiver(int port, Map<String, PageFormat> formats) {
        this.formats = new LinkedHashMap<>(formats);
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.post("/{watcher}", this::receive);
        });
        server.start("127.0.0.1", port);
    }

    /// Where a watcher sends its pages.
    public URI url(String watcher) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.port(), watcher));
    }

    /// What a watcher sent so far, by its own times, oldest first; a page that was sent again counts once.
    public List<Page> of(String watcher) {
        return pages.stream()
                .filter(page -> page.watcher().equals(watcher))
                .distinct()
                .sorted(Comparator.comparing(Page::at))
                .toList();
    }

    private void receive(Context request) {
        var watcher = request.pathParam("watcher");
        var format = formats.get(watcher);
        if (format == null) {
            request.status(404).result("no watcher '%s'; there are %s\n".formatted(watcher, formats.keySet()));
            return;
        }
        try {
            pages.addAll(format.read(watcher, JSON.readTree(request.bodyInputStream())));
            request.status(200);
        } catch (PageUnreadable | JacksonException unreadable) {
            request.status(400).result(unreadable.getMessage() + "\n");
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
