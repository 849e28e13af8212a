package dev.tautline.cli;

import dev.tautline.check.change.Difference;
import dev.tautline.finding.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// For a comment on a pull request.
final class DiffMarkdown implements DiffFormat.Renderer {
    @Override
    public void render(DiffOutcome outcome, PrintWriter out) {
        out.println("## Connection settings: " + code(outcome.before().name()) + " → "
                + code(outcome.after().name()));
        if (outcome.isSame()) {
            out.println("\nNo connection setting changed.");
            return;
        }
        outcome.changed().forEach(pair -> changed(outcome, DiffText.named(pair.after()), pair.differences(), out));
        outcome.changedParts().forEach(part -> changed(outcome, part.label(), part.differences(), out));
        outcome.added().forEach(client -> out.println("\nNew client: " + MarkdownText.of(DiffText.named(client))));
        outcome.removed().forEach(client -> out.println("\nClient gone: " + MarkdownText.of(DiffText.named(client))));
        findings("What it risks", outcome.risks(), outcome.after(), out);
        findings("New findings", outcome.findings().fresh(), outcome.after(), out);
        findings("Mended", outcome.findings().mended(), outcome.before(), out);
    }

    private static void changed(DiffOutcome outcome, String name, List<Difference> differences, PrintWriter out) {
        out.println("\n### " + MarkdownText.of(name));
        out.println("\n| setting | before | after | where |\n|---|---|---|---|");
        differences.forEach(one -> out.println("| " + code(one.name()) + " | "
                + code(one.before().value()) + " | "
                + code(one.after().value()) + " | "
                + MarkdownText.of(outcome.after().shown(one.after().origin())) + " |"));
    }

    private static void findings(String heading, List<Finding> findings, DiffSide side, PrintWriter out) {
        if (findings.isEmpty()) {
            return;
        }
        out.println("\n### " + heading + "\n\n| severity | what | leads to | rule |\n|---|---|---|---|");
        findings.forEach(finding -> out.println("| " + finding.severity().name().toLowerCase(Locale.ROOT) + " | "
                + MarkdownText.of(side.shown(finding.headline())) + " | " + MarkdownText.of(finding.consequence())
                + " | "
                + code(finding.rule()) + " |"));
    }

    private static String code(String text) {
        return "`" + text.replace("`", "'").replace("|", "\\|").replaceAll("\\R", " ") + "`";
    }
}
