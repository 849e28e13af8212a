package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import java.io.PrintWriter;

/// For the log of a GitHub Action: workflow commands, which become annotations at the lines of a pull request.
final class CheckGithub implements CheckFormat.Renderer {
    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        outcome.report().findings().forEach(finding -> finding(finding, out));
        outcome.report()
                .problems()
                .forEach(problem -> command("error", problem.origin(), "could not be read", problem.message(), out));
        out.println("taut check: " + CheckSummary.of(outcome));
    }

    private static void finding(Finding finding, PrintWriter out) {
        var message = finding.headline() + "\n" + finding.consequence() + "\nTo mend it, " + finding.edit() + ".\n"
                + finding.rule() + ", " + finding.subject();
        command(command(finding.severity()), finding.at(), finding.headline(), message, out);
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "notice";
        };
    }

    private static void command(String name, Origin origin, String title, String message, PrintWriter out) {
        var place = origin.place()
                .map(at -> "file=" + property(at.file().toString().replace('\\', '/')) + ",line=" + at.line() + ",col="
                        + at.column() + ",")
                .orElse("");
        out.println("::" + name + " " + place + "title=" + property(title) + "::" + data(message));
    }

    /// What the runner decodes in a message; a line break would end the command and begin the next one.
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /// In a property, `:` and `,` have a meaning as well.
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
