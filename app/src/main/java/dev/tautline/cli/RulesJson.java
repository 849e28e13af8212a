package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// For programs: one object per rule.
final class RulesJson implements RulesRenderer {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public void render(List<ListedRule> rules, PrintWriter out) {
        var array = MAPPER.createArrayNode();
        for (var rule : rules) {
            array.addObject()
                    .put("id", rule.id())
                    .put("family", rule.family())
                    .put("severity", Lowercase.of(rule.severity()))
                    .put("owner", Lowercase.of(rule.owner()))
                    .put("title", rule.title())
                    .put("page", rule.page());
        }
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array));
    }
}
