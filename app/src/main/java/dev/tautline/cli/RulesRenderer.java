package dev.tautline.cli;

import java.io.PrintWriter;
import java.util.List;

/// Writes a list of rules in one form.
interface RulesRenderer {
    void render(List<ListedRule> rules, PrintWriter out);
}
