package dev.tautline.cli;

import dev.tautline.check.change.Difference;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.link.Profile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/// For people: the settings that changed, then what that risks, then the findings that came and went.
final class DiffText implements DiffFormat.Renderer {
    private static final int WIDTH = 110;

    private final Ansi ansi;

    DiffText(Ansi ansi) {
        this.ansi = ansi;
    }

    @Override
    public void render(DiffOutcome outcome, PrintWriter out) {
        out.println(
                style("bold", outcome.before().name() + " → " + outcome.after().name()));
        if (outcome.isSame()) {
            out.println("No connection setting changed.");
            return;
        }
        out.println();
        outcome.changed().forEach(pair -> changed(outcome, named(pair.after()), pair.differences(), out));
        outcome.changedParts().forEach(part -> changed(outcome, part.label(), part.differences(), out));
        clients("new client", outcome.added(), outcome.after(), out);
        clients("client gone", outcome.removed(), outcome.before(), out);
        findings("What it risks", outcome.risks(), outcome, out);
        findings("New findings", outcome.findings().fresh(), outcome, out);
        mended(outcome, out);
        summary(outcome, out);
    }

    private void changed(DiffOutcome outcome, String name, List<Difference> differences, PrintWriter out) {
        out.println(style("bold", name));
        for (Difference one : differences) {
            out.println("  " + one.name() + "  " + one.before().value() + " → "
                    + one.after().value());
            out.println("      was  " + outcome.before().shown(one.before().origin()));
            out.println("      is   " + outcome.after().shown(one.after().origin()));
        }
        out.println();
    }

    private void clients(String what, List<Client> clients, DiffSide side, PrintWriter out) {
        clients.forEach(client -> {
            out.println(style("bold", what + ": " + named(client)));
            out.println("  url  " + client.urlText().shown() + " ("
                    + side.shown(client.urlText().origin()) + ")");
            out.println();
        });
    }

    static String named(Client client) {
        return client.label() + (client.profile().equals(Profile.PLAIN) ? "" : ", " + client.profile());
    }

    private void findings(String heading, List<Finding> findings, DiffOutcome outcome, PrintWriter out) {
        if (findings.isEmpty()) {
            return;
        }
        out.println(style("bold", heading));
        for (var finding : findings) {
            var place = finding.at().place().map(at -> at + "  ").orElse("");
            out.println("  " + severity(finding.severity()) + "  " + shown(outcome, finding.headline()) + "  "
                    + style("faint", finding.rule()));
            paragraph("at    ", shown(outcome, place + "of " + finding.subject()), out);
            paragraph("leads ", finding.consequence(), out);
            paragraph("mend  ", shown(outcome, finding.edit().toString()), out);
        }
        out.println();
    }

    private static String shown(DiffOutcome outcome, String text) {
        return outcome.before().shown(outcome.after().shown(text));
    }

    private void mended(DiffOutcome outcome, PrintWriter out) {
        var mended = outcome.findings().mended();
        if (!mended.isEmpty()) {
            out.println(style("bold", "Mended"));
            mended.forEach(finding ->
                    out.println("  " + shown(outcome, finding.headline()) + "  " + style("faint", finding.rule())));
            out.println();
        }
    }

    private static void summary(DiffOutcome outcome, PrintWriter out) {
        out.println(count(outcome.changed().size(), "client") + " changed, "
                + (outcome.changedParts().isEmpty()
                        ? ""
                        : parts(outcome.changedParts().size()) + " changed, ")
                + outcome.added().size() + " new, " + outcome.removed().size() + " gone; "
                + count(outcome.risks().size(), "risk") + ", "
                + count(outcome.findings().fresh().size(), "new finding") + ", "
                + outcome.findings().mended().size() + " mended");
    }

    private static String parts(int number) {
        return number + (number == 1 ? " server or hop" : " servers or hops");
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static void paragraph(String label, String text, PrintWriter out) {
        var line = new StringBuilder("      ").append(label);
        for (var word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder("            ");
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private String severity(Severity severity) {
        var style = switch (severity) {
            case CRITICAL -> "bold,fg(red)";
            case HIGH -> "fg(red)";
            case MEDIUM -> "fg(yellow)";
            case LOW -> "fg(cyan)";
        };
        return style(style, severity.name().toLowerCase(Locale.ROOT));
    }

    /// Only our own words are styled, so that text from files is never taken for markup.
    private String style(String style, String text) {
        if (!ansi.enabled()) {
            return text;
        }
        var styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
