package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// For programs: the clients with all that the text tells.
final class EffectiveJson implements EffectiveFormat.Renderer {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public void render(EffectiveFormat.Outcome outcome, PrintWriter out) {
        var root = MAPPER.createObjectNode();
        var clients = root.putArray("clients");
        outcome.clients().forEach(one -> client(clients.addObject(), one));
        var parts = root.putArray("parts");
        outcome.parts().forEach(part -> {
            var node = parts.addObject().put("name", part.name()).put("origin", part.origin());
            rows(node, part.rows());
        });
        var problems = root.putArray("problems");
        outcome.problems().forEach(problem -> problems.add(problem.toString()));
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void client(ObjectNode node, EffectiveClient one) {
        var client = one.client();
        node.put("service", client.service())
                .put("dataSource", client.dataSource())
                .put("profile", String.join(",", client.profile().names()))
                .put("url", one.url())
                .put("urlOrigin", client.urlText().origin().toString());
        one.workload().ifPresent(workload -> node.put("workload", workload));
        rows(node, one.rows());
    }

    private static void rows(ObjectNode node, List<EffectiveClient.Row> rows) {
        var settings = node.putArray("settings");
        rows.forEach(row -> settings.addObject()
                .put("product", row.product().title())
                .put("name", row.name())
                .put("value", row.value())
                .put("origin", row.origin())
                .put("default", row.isDefault()));
    }
}
