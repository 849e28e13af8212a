package dev.tautline.postmortem;

import dev.tautline.incident.Incident;
import dev.tautline.postmortem.Curves.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/// Draws a curve: its line, where the incident began, and where it was over.
final class CurveSvg {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 150;
    private static final int LEFT = 64;
    private static final int BOTTOM = 24;
    private static final int TOP = 10;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Curve curve;
    private final Span span;
    private final double top;

    private CurveSvg(Curve curve, Span span) {
        this.curve = curve;
        this.span = span;
        double greatest = 0;
        for (int point = 0; point < curve.line().size(); point++) {
            float value = curve.line().max(point);
            greatest = Float.isNaN(value) ? greatest : Math.max(greatest, value);
        }
        this.top = greatest == 0 ? 1 : greatest * 1.1;
    }

    static void addTo(Element parent, Curve curve, Span span, Incident incident) {
        new CurveSvg(curve, span).draw(parent.appendElement("figure"), incident);
    }

    private void draw(Element figure, Incident incident) {
        figure.appendElement("figcaption").text(curve.title());
        var svg = figure.appendElement("svg")
                .attr("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT))
                .attr("role", "img")
                .attr("aria-label", curve.title() + ", up to " + words(top / 1.1));
        for (double share : List.of(0.0, 0.5, 1.0)) {
            grid(svg, share);
        }
        for (int tick = 0; tick <= 4; tick++) {
            time(svg, tick / 4.0);
        }
        mark(svg, incident.onset(), "onset");
        var resolved = incident.resolvedAt();
        if (resolved != null) {
            mark(svg, resolved, "over");
        }
        lines().forEach(points ->
                svg.appendElement("polyline").attr("class", "line").attr("points", points));
    }

    private void grid(Element svg, double share) {
        double y = y(share * top / 1.1);
        svg.appendElement("line")
                .attr("class", "grid")
                .attr("x1", LEFT + "")
                .attr("x2", WIDTH + "")
                .attr("y1", number(y))
                .attr("y2", number(y));
        svg.appendElement("text")
                .attr("x", (LEFT - 8) + "")
                .attr("y", number(y + 4))
                .attr("text-anchor", "end")
                .text(words(share * top / 1.1));
    }

    private void time(Element svg, double share) {
        long seconds = span.from().getEpochSecond()
                + Math.round(share * (span.to().getEpochSecond() - span.from().getEpochSecond()));
        svg.appendElement("text")
                .attr("x", number(x(seconds)))
                .attr("y", (HEIGHT - 6) + "")
                .attr("text-anchor", share == 0 ? "start" : share == 1 ? "end" : "middle")
                .text(CLOCK.format(Instant.ofEpochSecond(seconds)));
    }

    private void mark(Element svg, Instant at, String word) {
        var x = number(x(at.getEpochSecond()));
        svg.appendElement("line")
                .attr("class", word)
                .attr("x1", x)
                .attr("x2", x)
                .attr("y1", TOP + "")
                .attr("y2", (HEIGHT - BOTTOM) + "");
        svg.appendElement("text")
                .attr("class", word)
                .attr("x", number(x(at.getEpochSecond()) + 4))
                .attr("y", (TOP + 8) + "")
                .text(word);
    }

    /// One run of points for each stretch without a hole.
    private List<String> lines() {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        for (int point = 0; point < curve.line().size(); point++) {
            float value = curve.line().mean(point);
            if (Float.isNaN(value)) {
                runs.add(run.toString());
                run.setLength(0);
            } else {
                run.append(number(x(curve.line().second(point))))
                        .append(',')
                        .append(number(y(value)))
                        .append(' ');
            }
        }
        runs.add(run.toString());
        return runs.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private double x(long second) {
        double share = (double) (second - span.from().getEpochSecond())
                / Math.max(1, span.to().getEpochSecond() - span.from().getEpochSecond());
        return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
    }

    private String words(double value) {
        double shown = value * curve.factor();
        var digits = shown >= 100 || shown == Math.rint(shown) ? "%.0f" : "%.1f";
        return String.format(Locale.ROOT, digits, shown) + (curve.unit().isEmpty() ? "" : " " + curve.unit());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
