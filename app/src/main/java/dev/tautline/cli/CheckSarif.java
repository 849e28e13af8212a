package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// For code hosts: SARIF 2.1.0 (OASIS standard), with the rules as they are in this version.
final class CheckSarif implements CheckFormat.Renderer {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var root = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        var run = root.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver").put("name", "taut");
        var rules = driver.putArray("rules");
        Rules.all().forEach(rule -> rule(rules.addObject(), rule));
        var invocation = run.putArray("invocations").addObject().put("executionSuccessful", true);
        var notifications = invocation.putArray("toolExecutionNotifications");
        outcome.report().problems().forEach(problem -> problem(notifications.addObject(), problem));
        var results = run.putArray("results");
        outcome.report().findings().forEach(finding -> result(results.addObject(), finding));
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void rule(ObjectNode node, Rule rule) {
        node.put("id", rule.id());
        RulePage.of(rule.id())
                .ifPresent(page -> node.putObject("shortDescription").put("text", page.title()));
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
    }

    private static void problem(ObjectNode node, Problem problem) {
        node.put("level", "error").putObject("message").put("text", problem.message());
        location(node, problem.origin());
    }

    private static void result(ObjectNode node, Finding finding) {
        node.put("ruleId", finding.rule()).put("level", level(finding.severity()));
        node.putObject("message")
                .put(
                        "text",
                        finding.headline() + ". " + finding.consequence() + " To mend it, " + finding.edit() + ".");
        location(node, finding.at());
        node.putObject("properties")
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("subject", finding.subject());
    }

    private static void location(ObjectNode node, Origin origin) {
        origin.place().ifPresent(place -> {
            var physical = node.putArray("locations").addObject().putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(place));
            physical.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
        });
    }

    /// Relative where the path was given so: SARIF resolves it against the repository.
    private static String uri(Origin.InFile place) {
        return place.file().isAbsolute()
                ? place.file().toUri().toString()
                : place.file().toString().replace('\\', '/').replace(" ", "%20");
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }
}
