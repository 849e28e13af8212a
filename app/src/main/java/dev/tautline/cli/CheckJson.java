package dev.tautline.cli;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// For programs: one object with the counts, the findings, what stays open and what could not be read. Its form is
/// `docs/reference/check-report.schema.json`; a change that a reader may trip over counts up the version.
final class CheckJson implements CheckFormat.Renderer {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final FindingIds ids = new FindingIds();

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var root = MAPPER.createObjectNode().put("version", VERSION);
        root.put("files", outcome.read().filesRead()).put("clients", outcome.clients());
        var summary = root.putObject("summary");
        for (var severity : Severity.values()) {
            summary.put(Lowercase.of(severity), outcome.findings(severity));
        }
        var findings = root.putArray("findings");
        outcome.report().findings().forEach(finding -> finding(findings.addObject(), finding));
        var open = root.putArray("undecided");
        outcome.report().reasons().forEach(reason -> {
            var node = open.addObject().put("why", reason.why());
            reason.rules().forEach(node.putArray("rules")::add);
            reason.subjects().forEach(node.putArray("subjects")::add);
        });
        var problems = root.putArray("problems");
        outcome.report().problems().forEach(problem -> {
            var node = problems.addObject().put("message", problem.message());
            place(node, problem.origin());
        });
        var suppressed = root.putArray("suppressed");
        outcome.report().suppressed().forEach(one -> {
            var node = suppressed.addObject();
            node.put("kind", Lowercase.of(one.kind())).put("reason", one.reason());
            finding(node.putObject("finding"), one.finding());
        });
        var notes = root.putArray("notes");
        outcome.report()
                .notes()
                .forEach(note -> place(notes.addObject().put("message", note.message()), note.origin()));
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private void finding(ObjectNode node, Finding finding) {
        node.put("id", ids.of(finding))
                .put("rule", finding.rule())
                .put("severity", Lowercase.of(finding.severity()))
                .put("owner", Lowercase.of(finding.owner()))
                .put("subject", finding.subject())
                .put("headline", finding.headline())
                .put("consequence", finding.consequence())
                .put("edit", finding.edit().toString());
        place(node, finding.at());
        read(node.putArray("read"), finding);
    }

    private static void read(ArrayNode array, Finding finding) {
        for (Evidence evidence : finding.read()) {
            var node = array.addObject().put("name", evidence.name()).put("value", evidence.value());
            place(node, evidence.origin());
        }
    }

    private static void place(ObjectNode node, Origin origin) {
        node.put("origin", origin.toString());
        origin.place()
                .ifPresent(place -> node.put("file", place.file().toString())
                        .put("line", place.line())
                        .put("column", place.column()));
    }
}
