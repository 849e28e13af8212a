package dev.tautline.cli;

import dev.tautline.cli.EffectiveClient.Row;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;

/// For people: a table per client, defaults faint.
final class EffectiveText implements EffectiveFormat.Renderer {
    /// Longer values push their origin to the right instead of all others.
    private static final int WIDEST = 40;

    private final Ansi ansi;

    EffectiveText(Ansi ansi) {
        this.ansi = ansi;
    }

    @Override
    public void render(EffectiveFormat.Outcome outcome, PrintWriter out) {
        outcome.clients().forEach(client -> client(client, out));
        outcome.parts().forEach(part -> {
            out.println(style("bold", part.name()));
            out.println("  told at " + part.origin());
            rows(part.rows(), out);
        });
        if (!outcome.problems().isEmpty()) {
            out.println("Could not be read");
            outcome.problems().forEach(problem -> out.println("  " + problem));
            out.println();
        }
        var parts = outcome.parts().size();
        out.println(outcome.clients().size()
                + (outcome.clients().size() == 1 ? " client" : " clients")
                + (parts == 0 ? "" : parts == 1 ? ", 1 hop or server" : ", " + parts + " hops and servers"));
    }

    private void client(EffectiveClient one, PrintWriter out) {
        out.println(style("bold", DiffText.named(one.client())));
        out.println("  calls " + one.url() + " (" + one.client().urlText().origin() + ")");
        one.workload().ifPresent(workload -> out.println("  runs as " + workload));
        rows(one.rows(), out);
    }

    private void rows(List<Row> rows, PrintWriter out) {
        var nameWidth = width(rows, Row::name);
        var valueWidth = width(rows, Row::value);
        for (Row row : rows) {
            var line =
                    "  " + padded(row.name(), nameWidth) + "  " + padded(row.value(), valueWidth) + "  " + row.origin();
            out.println(row.isDefault() ? style("faint", line) : line);
        }
        out.println();
    }

    private static int width(List<Row> rows, Function<Row, String> column) {
        return Math.min(
                WIDEST, rows.stream().map(column).mapToInt(String::length).max().orElse(0));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String style(String style, String text) {
        if (!ansi.enabled()) {
            return text;
        }
        var styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
