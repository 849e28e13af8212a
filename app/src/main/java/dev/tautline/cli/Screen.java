package dev.tautline.cli;

import dev.tautline.finding.Severity;
import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// What a result is shown on: whether it can show styles, and how many columns it has.
record Screen(Ansi ansi, int width) {
    /// For what is no terminal, such as a pipe or a build's log.
    static final int UNBOUND_WIDTH = 110;
    /// Text in a narrower terminal is harder to read than text that the terminal breaks.
    private static final int MIN_WIDTH = 40;

    /// Standard output as it is. Colour follows picocli: a terminal has it unless `NO_COLOR` is set.
    static Screen detected() {
        return new Screen(Ansi.AUTO, isTerminal() ? terminalWidth() : UNBOUND_WIDTH);
    }

    static boolean isTerminal() {
        // JDK 22 to 24 answer one that is no terminal, others answer null.
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static int terminalWidth() {
        var width = CommandSpec.create().usageMessage().autoWidth(true).width();
        return Math.max(MIN_WIDTH, width);
    }

    /// Only our own words are styled, so that text from files is never taken for markup.
    String style(String style, String text) {
        if (!ansi.enabled() || text.isEmpty()) {
            return text;
        }
        var styles = Ansi.Style.parse(style);
        // Not picocli's off of bold, 21: to many terminals that is the start of a double underline (ECMA-48, 8.3.117).
        return Ansi.Style.on(styles) + text + Ansi.Style.reset.off();
    }

    String bold(String text) {
        return style("bold", text);
    }

    String faint(String text) {
        return style("faint", text);
    }

    String severity(Severity severity) {
        return style(color(severity), Lowercase.of(severity));
    }

    static String color(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "bold,fg(red)";
            case HIGH -> "fg(red)";
            case MEDIUM -> "fg(yellow)";
            case LOW -> "fg(cyan)";
        };
    }

    /// The words of `text` on lines that begin with `indent` and end within the width. A longer word has its own line.
    List<String> wrap(String indent, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (var word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + Columns.of(word) > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
