package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.RulePage;
import dev.tautline.finding.Severity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// A rule as SARIF's `reportingDescriptor` (section 3.49), told by its page. The page is there whole; what a
/// viewer opens as `helpUri` is the first of its sources, most often the product's own manual.
final class SarifRule {
    private static final List<String> HELP = List.of("Why it hurts", "How to fix", "When to ignore");

    private static final Pattern LINK = Pattern.compile("<(?<uri>https://[^>\\s]+)>");

    private SarifRule() {}

    static void fill(ObjectNode node, Rule rule) {
        node.put("id", rule.id()).put("name", rule.getClass().getSimpleName());
        RulePage.of(rule.id()).ifPresent(page -> page(node, page));
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
        node.putObject("properties")
                .put("severity", Lowercase.of(rule.severity()))
                .put("owner", Lowercase.of(rule.owner()))
                .putArray("tags")
                .add(rule.family());
    }

    private static void page(ObjectNode node, RulePage page) {
        node.putObject("shortDescription").put("text", page.title());
        var finds = page.section("What it finds");
        node.putObject("fullDescription").put("text", finds.isEmpty() ? page.title() : finds);
        var help = HELP.stream()
                .filter(heading -> !page.section(heading).isEmpty())
                .map(heading -> heading + "\n\n" + page.section(heading))
                .collect(Collectors.joining("\n\n"));
        node.putObject("help").put("text", help.isEmpty() ? page.title() : help).put("markdown", page.text());
        LINK.matcher(page.section("Sources"))
                .results()
                .findFirst()
                .ifPresent(link -> node.put("helpUri", link.group("uri")));
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }
}
