package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// For GitLab's merge requests: a Code Quality report. It needs a path for each finding, so one that is in no file (a
/// URL that was typed) points at the folder.
final class CheckGitlab implements CheckFormat.Renderer {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final FindingIds ids = new FindingIds();

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var array = MAPPER.createArrayNode();
        outcome.report().findings().forEach(finding -> finding(array.addObject(), finding));
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array));
    }

    private void finding(ObjectNode node, Finding finding) {
        node.put("description", finding.headline() + ". " + finding.consequence())
                .put("check_name", finding.rule())
                .put("fingerprint", ids.of(finding))
                .put("severity", severity(finding.severity()));
        place(node.putObject("location"), finding.at().place());
    }

    private static void place(ObjectNode location, Optional<Origin.InFile> place) {
        location.put(
                "path", place.map(at -> at.file().toString().replace('\\', '/')).orElse("."));
        location.putObject("lines").put("begin", place.map(Origin.InFile::line).orElse(1));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
        };
    }
}
