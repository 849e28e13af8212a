package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the reference on a terminal: headings bold, code indented, paragraphs wrapped. What is piped stays
/// Markdown.
final class PageText {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
    private static final Pattern BARE_LINK = Pattern.compile("<(https?://[^>\\s]+)>");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String INDENT = "    ";

    private final Screen screen;

    PageText(Screen screen) {
        this.screen = screen;
    }

    void render(String page, PrintWriter out) {
        if (!screen.ansi().enabled()) {
            out.print(page);
            return;
        }
        var inCode = false;
        for (var line : page.lines().toList()) {
            if (line.startsWith("```")) {
                inCode = !inCode;
            } else {
                out.println(inCode ? INDENT + screen.faint(line) : shown(line));
            }
        }
    }

    private String shown(String line) {
        if (line.startsWith("#")) {
            return screen.bold(line.replaceFirst("^#+\\s*", ""));
        }
        var text = BARE_LINK.matcher(LINK.matcher(line).replaceAll("$1 ($2)")).replaceAll("$1");
        var wrapped = text.startsWith("- ")
                ? "- " + String.join("\n", screen.wrap("  ", text.substring(2))).stripLeading()
                : String.join("\n", screen.wrap("", text));
        return CODE.matcher(wrapped).replaceAll(code -> Matcher.quoteReplacement(code(code.group(1))));
    }

    private String code(String code) {
        return screen.style("fg(cyan)", code);
    }
}
