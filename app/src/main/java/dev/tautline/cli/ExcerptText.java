package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.settings.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of files below a finding, numbered, with marks under the values.
final class ExcerptText {
    static final int NUMBER_WIDTH = 6;

    private static final String BAR = " | ";
    private static final String NO_NUMBER = " ".repeat(NUMBER_WIDTH) + BAR;
    /// Wide enough to show a key with its value.
    private static final int MIN_LINE_WIDTH = 20;

    private final Screen screen;
    private final SourceFiles sources;

    ExcerptText(Screen screen, SourceFiles sources) {
        this.screen = screen;
        this.sources = sources;
    }

    Excerpt of(Finding finding) {
        return Excerpt.of(finding, sources);
    }

    List<String> lines(Finding finding, Excerpt excerpt) {
        var lines = new ArrayList<String>();
        var own = finding.at().place().map(Origin.InFile::file);
        excerpt.files().forEach((file, shown) -> {
            if (!own.equals(Optional.of(file))) {
                lines.add(screen.faint(NO_NUMBER.substring(BAR.length()) + Columns.printable(file.toString())));
            }
            var previous = 0;
            for (var one : shown) {
                var marked = one.line().within(lineWidth());
                if (one.place().line() != previous) {
                    lines.add(gutter(one.place().line()) + marked.text());
                }
                lines.addAll(marks(one, marked, finding));
                previous = one.place().line();
            }
        });
        return lines;
    }

    private int lineWidth() {
        return Math.max(MIN_LINE_WIDTH, screen.width() - NUMBER_WIDTH - BAR.length());
    }

    private String gutter(int number) {
        var text = String.valueOf(number);
        return screen.faint(" ".repeat(Math.max(0, NUMBER_WIDTH - text.length())) + text + BAR);
    }

    /// The mark of what the finding points at; below other evidence also its name and value, beside or below the mark.
    private List<String> marks(Excerpt.Shown shown, MarkedLine marked, Finding finding) {
        if (shown.isPrimary()) {
            return List.of(screen.faint(NO_NUMBER) + screen.style(Screen.color(finding.severity()), marked.mark('^')));
        }
        var mark = marked.mark('-');
        var label = Columns.printable(
                shown.evidence().name() + " = " + shown.evidence().value());
        if (Columns.of(mark) + 1 + Columns.of(label) <= lineWidth()) {
            return List.of(screen.faint(NO_NUMBER) + screen.style("fg(blue)", mark + " " + label));
        }
        var lines = new ArrayList<String>();
        lines.add(screen.faint(NO_NUMBER) + screen.style("fg(blue)", mark));
        lines.addAll(screen.wrap(NO_NUMBER, label));
        return lines;
    }
}
