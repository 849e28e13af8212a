package dev.tautline.postmortem;

import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesUnreadable;
import dev.tautline.incident.Incident;
import dev.tautline.incident.Postmortem;
import dev.tautline.postmortem.Curves.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The postmortem as one HTML file that needs nothing else: the words of its Markdown, and charts of what was recorded.
public final class PostmortemPage {
    private static final String STYLE = """
        :root{color-scheme:light dark;--ink:#1b2a2f;--ground:#fffefb;--muted:#536168;--rule:#dedcd3;--line:#19695f;\
        --alarm:#a8261b}
        @media (prefers-color-scheme:dark){:root{--ink:#e7edeb;--ground:#0e1619;--muted:#a0b1b4;--rule:#2a393e;\
        --line:#6fd0bc;--alarm:#ff9d8c}}
        body{max-width:780px;margin:40px auto;padding:0 20px;font:17px/1.55 ui-sans-serif,system-ui,sans-serif;\
        color:var(--ink);background:var(--ground);overflow-wrap:break-word}
        h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.02em}h2{margin-top:2.2em;font-size:1.25rem}
        h3{margin-top:1.6em;font-size:1.05rem}li{margin:.25em 0}ul.tasks{padding-left:0;list-style:none}
        .gap{margin:1em 0;padding:.1em 0 .1em 1em;border-left:4px solid var(--rule);color:var(--muted)}
        figure{margin:1.6em 0}figcaption{font-weight:650;margin-bottom:.3em}svg{width:100%;height:auto}
        svg text{font-size:12px;fill:var(--muted)}.grid{stroke:var(--rule)}
        .line{fill:none;stroke:var(--line);stroke-width:1.75}line.onset{stroke:var(--alarm);stroke-dasharray:4 3}
        text.onset{fill:var(--alarm)}line.over{stroke:var(--line);stroke-dasharray:4 3}text.over{fill:var(--line)}
        @media print{body{margin:0}}
        """;

    private final Element main;
    private @Nullable Element list;

    private PostmortemPage(Element main) {
        this.main = main;
    }

    /// @param now what an open incident is drawn up to
    public static String of(Incident incident, SeriesReader series, Instant now) {
        var markdown = Postmortem.of(incident);
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        document.child(0).attr("lang", "en");
        document.head().appendElement("meta").attr("charset", "utf-8");
        document.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        document.title(markdown.lines().findFirst().orElse("Postmortem").replaceFirst("^# ", ""));
        document.head().appendElement("style").appendChild(new DataNode(STYLE));
        var page = new PostmortemPage(document.body().appendElement("main"));
        markdown.lines().forEach(page::add);
        page.charts(incident, curves(incident, series, now), Span.of(incident, now));
        return "<!doctype html>\n" + document.outerHtml() + "\n";
    }

    /// For the policy of whoever serves it: the page's own style and nothing else.
    public static String policy() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Charts are left out where the file of the series cannot be read; the words stand without them.
    private static List<Curve> curves(Incident incident, SeriesReader series, Instant now) {
        try {
            return Curves.of(incident, series, now);
        } catch (SeriesUnreadable e) {
            return List.of();
        }
    }

    /// One line of the Markdown that [Postmortem] writes: headings, lists, tasks and paragraphs.
    private void add(String line) {
        if (line.startsWith("- ")) {
            item(plain(line.substring(2)));
            return;
        }
        if (line.isBlank()) {
            return;
        }
        list = null;
        if (line.startsWith("> ")) {
            gap(line.substring(2));
            return;
        }
        int level = line.startsWith("### ") ? 3 : line.startsWith("## ") ? 2 : line.startsWith("# ") ? 1 : 0;
        if (level == 0) {
            main.appendElement("p").text(plain(line));
        } else {
            main.appendElement("h" + level).text(plain(line.substring(level + 1)));
        }
    }

    /// A place for a person's words, with the question.
    private void gap(String line) {
        var asked = line.split("\\*\\*", 3);
        var gap = main.appendElement("p").addClass("gap");
        gap.appendElement("strong").text(asked.length == 3 ? asked[1] : "");
        gap.appendText(plain(asked[asked.length - 1]));
    }

    private void item(String text) {
        boolean task = text.startsWith("[ ] ");
        var present = list;
        if (present == null) {
            present = main.appendElement("ul");
            list = present;
        }
        if (task) {
            present.addClass("tasks");
            present.appendElement("li").text("☐ " + text.substring(4));
        } else {
            present.appendElement("li").text(text);
        }
    }

    private static String plain(String markdown) {
        return markdown.replace("\\<", "<").replace("`", "");
    }

    private void charts(Incident incident, List<Curve> curves, Span span) {
        if (!curves.isEmpty()) {
            main.appendElement("h2").text("What was recorded");
            curves.forEach(curve -> CurveSvg.addTo(main, curve, span, incident));
        }
    }
}
