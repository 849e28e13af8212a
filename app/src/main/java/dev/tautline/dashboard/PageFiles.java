package dev.tautline.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of the page, by name. Only what is listed here is served: nothing else of the class path can be asked for.
final class PageFiles {
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("index.html", "text/html; charset=utf-8"),
            Map.entry("dashboard.css", CSS),
            Map.entry("icon.svg", "image/svg+xml"),
            Map.entry("main.js", JAVASCRIPT),
            Map.entry("dom.js", JAVASCRIPT),
            Map.entry("words.js", JAVASCRIPT),
            Map.entry("banner.js", JAVASCRIPT),
            Map.entry("api.js", JAVASCRIPT),
            Map.entry("chart.js", JAVASCRIPT),
            Map.entry("configuration.js", JAVASCRIPT),
            Map.entry("findings.js", JAVASCRIPT),
            Map.entry("game-day.js", JAVASCRIPT),
            Map.entry("hide.js", JAVASCRIPT),
            Map.entry("incident.js", JAVASCRIPT),
            Map.entry("incidents.js", JAVASCRIPT),
            Map.entry("instance.js", JAVASCRIPT),
            Map.entry("ladder.js", JAVASCRIPT),
            Map.entry("live.js", JAVASCRIPT),
            Map.entry("login.js", JAVASCRIPT),
            Map.entry("overview.js", JAVASCRIPT),
            Map.entry("pools.js", JAVASCRIPT),
            Map.entry("ranges.js", JAVASCRIPT),
            Map.entry("recent.js", JAVASCRIPT),
            Map.entry("silences.js", JAVASCRIPT),
            Map.entry("target.js", JAVASCRIPT),
            Map.entry("pages.css", CSS),
            Map.entry("openapi.json", "application/json"),
            Map.entry("uplot/uPlot.iife.min.js", JAVASCRIPT),
            Map.entry("uplot/uPlot.min.css", CSS),
            Map.entry("uplot/LICENSE", "text/plain; charset=utf-8"));

    private final Map<String, PageFile> files;

    record PageFile(String type, String content) {}

    private PageFiles(Map<String, PageFile> files) {
        this.files = files;
    }

    /// Reads all of them; one that is missing is a defect of the build, and fails here rather than in a browser.
    static PageFiles load() {
        var files = new LinkedHashMap<String, PageFile>();
        TYPES.forEach((name, type) -> files.put(name, new PageFile(type, read(name))));
        return new PageFiles(files);
    }

    @Nullable
    PageFile find(String name) {
        return files.get(name);
    }

    private static String read(String name) {
        try (var in = PageFiles.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's file " + name + " could not be read", e);
        }
    }
}
