package dev.tautline.cli;

import dev.tautline.check.change.ClientChange;
import dev.tautline.check.change.Difference;
import dev.tautline.check.change.Difference.Told;
import dev.tautline.finding.Finding;
import dev.tautline.link.Client;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// For programs: the same as the text, as one object.
final class DiffJson implements DiffFormat.Renderer {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public void render(DiffOutcome outcome, PrintWriter out) {
        var root = MAPPER.createObjectNode();
        root.put("before", outcome.before().name()).put("after", outcome.after().name());
        var changed = root.putArray("changed");
        outcome.changed().forEach(pair -> changed(changed.addObject(), pair, outcome));
        var parts = root.putArray("changedParts");
        outcome.changedParts()
                .forEach(part -> settings(parts.addObject().put("name", part.label()), part.differences(), outcome));
        clients(root.putArray("added"), outcome.added());
        clients(root.putArray("removed"), outcome.removed());
        findings(root.putArray("risks"), outcome.risks(), outcome.after());
        findings(root.putArray("newFindings"), outcome.findings().fresh(), outcome.after());
        findings(root.putArray("mended"), outcome.findings().mended(), outcome.before());
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void changed(ObjectNode node, ClientChange pair, DiffOutcome outcome) {
        client(node, pair.after());
        settings(node, pair.differences(), outcome);
    }

    private static void settings(ObjectNode node, List<Difference> differences, DiffOutcome outcome) {
        var settings = node.putArray("settings");
        differences.forEach(one -> {
            var setting = settings.addObject().put("name", one.name());
            told(setting.putObject("before"), one.before(), outcome.before());
            told(setting.putObject("after"), one.after(), outcome.after());
        });
    }

    private static void told(ObjectNode node, Told told, DiffSide side) {
        node.put("value", told.value()).put("origin", side.shown(told.origin()));
    }

    private static void clients(ArrayNode array, List<Client> clients) {
        clients.forEach(client -> client(array.addObject(), client));
    }

    private static void client(ObjectNode node, Client client) {
        node.put("service", client.service())
                .put("dataSource", client.dataSource())
                .put("profile", String.join(",", client.profile().names()));
    }

    private static void findings(ArrayNode array, List<Finding> findings, DiffSide side) {
        findings.forEach(finding -> {
            var node = array.addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("owner", finding.owner().name().toLowerCase(Locale.ROOT))
                    .put("subject", finding.subject())
                    .put("headline", side.shown(finding.headline()))
                    .put("consequence", finding.consequence())
                    .put("edit", side.shown(finding.edit()))
                    .put("origin", side.shown(finding.at()));
            finding.at()
                    .place()
                    .ifPresent(place -> node.put("file", side.shown(place.file()))
                            .put("line", place.line())
                            .put("column", place.column()));
        });
    }
}
