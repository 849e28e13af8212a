package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.settings.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// For code hosts: SARIF 2.1.0 (OASIS standard), with the rules as they are in this version. What could not be read,
/// and what could not be decided, are notifications: they are no results, and must not be lost.
final class CheckSarif implements CheckFormat.Renderer {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final FindingIds ids = new FindingIds();
    private final SarifFix fixes = new SarifFix();
    private final List<Rule> rules = Rules.all();
    private final List<String> ruleIds = rules.stream().map(Rule::id).toList();

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var root = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        var run = root.putArray("runs").addObject();
        tool(run.putObject("tool").putObject("driver"));
        run.put("columnKind", "utf16CodeUnits");
        var invocation = run.putArray("invocations").addObject().put("executionSuccessful", true);
        notifications(invocation.putArray("toolExecutionNotifications"), outcome.report());
        var results = run.putArray("results");
        outcome.report().findings().forEach(finding -> result(results.addObject(), finding));
        outcome.report().suppressed().forEach(one -> {
            var node = results.addObject();
            result(node, one.finding());
            SarifResult.suppress(node, one);
        });
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private void tool(ObjectNode driver) {
        driver.put("name", "taut");
        Optional.ofNullable(CheckSarif.class.getPackage().getImplementationVersion())
                .ifPresent(version -> driver.put("version", version));
        var array = driver.putArray("rules");
        rules.forEach(rule -> SarifRule.fill(array.addObject(), rule));
    }

    private void result(ObjectNode node, Finding finding) {
        SarifResult.fill(node, finding, ids.of(finding), ruleIds.indexOf(finding.rule()));
        fixes.fill(node, finding);
    }

    private static void notifications(ArrayNode array, Report report) {
        report.problems().forEach(problem -> notification(array.addObject(), "error", problem));
        report.notes().forEach(note -> notification(array.addObject(), "note", note));
        for (var open : report.open()) {
            var node = array.addObject().put("level", "note");
            node.putObject("associatedRule").put("id", open.rule());
            node.putObject("message").put("text", open.subject() + ": cannot tell: " + open.why());
        }
    }

    private static void notification(ObjectNode node, String level, Problem problem) {
        node.put("level", level).putObject("message").put("text", problem.message());
        problem.origin()
                .place()
                .ifPresent(
                        place -> SarifPlace.location(node.putArray("locations").addObject(), place));
    }
}
