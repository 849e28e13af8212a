package dev.tautline.cli;

import dev.tautline.check.fix.Replacement;
import dev.tautline.config.ExactText;
import dev.tautline.finding.Finding;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The edit of a finding as SARIF's `fix` (section 3.55): for code hosts and editors that offer it at the line. Only
/// where there is one place to change; whether to change it is still the reader's choice. Not thread-safe.
final class SarifFix {
    private final Map<Path, Optional<String>> texts = new HashMap<>();

    void fill(ObjectNode result, Finding finding) {
        Replacement.of(finding.edit(), file -> texts.computeIfAbsent(file, ExactText::of))
                .ifPresent(replacement -> {
                    var fix = result.putArray("fixes").addObject();
                    fix.putObject("description").put("text", finding.edit().toString());
                    change(fix.putArray("artifactChanges").addObject(), replacement);
                });
    }

    private static void change(ObjectNode change, Replacement replacement) {
        change.putObject("artifactLocation").put("uri", SarifPlace.uri(replacement.file()));
        var node = change.putArray("replacements").addObject();
        node.putObject("deletedRegion")
                .put("startLine", replacement.startLine())
                .put("startColumn", replacement.startColumn())
                .put("endLine", replacement.endLine())
                .put("endColumn", replacement.endColumn());
        node.putObject("insertedContent").put("text", replacement.text());
    }
}
