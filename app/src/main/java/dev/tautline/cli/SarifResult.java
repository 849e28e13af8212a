package dev.tautline.cli;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Suppressed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// A finding as SARIF's `result` (section 3.27).
final class SarifResult {
    private static final String FINGERPRINT = "tautRuleFileKey/v1";

    private SarifResult() {}

    static void fill(ObjectNode node, Finding finding, String id, int ruleIndex) {
        node.put("ruleId", finding.rule());
        if (ruleIndex >= 0) {
            node.put("ruleIndex", ruleIndex);
        }
        node.put("level", SarifRule.level(finding.severity()))
                .putObject("message")
                .put("text", text(finding));
        finding.at()
                .place()
                .ifPresent(
                        place -> SarifPlace.location(node.putArray("locations").addObject(), place));
        related(node, finding);
        node.putObject("partialFingerprints").put(FINGERPRINT, id);
        node.putObject("properties")
                .put("severity", Lowercase.of(finding.severity()))
                .put("owner", Lowercase.of(finding.owner()))
                .put("subject", finding.subject());
    }

    static void suppress(ObjectNode node, Suppressed suppressed) {
        var kind = switch (suppressed.kind()) {
            case INLINE -> "inSource";
            case IGNORED, BASELINE -> "external";
        };
        node.putArray("suppressions").addObject().put("kind", kind).put("justification", suppressed.reason());
    }

    private static String text(Finding finding) {
        return finding.headline() + ". " + finding.consequence() + " To mend it, " + finding.edit() + ".";
    }

    /// What else was read, place by place: the schema takes no location twice.
    private static void related(ObjectNode node, Finding finding) {
        var places = finding.read().stream()
                .skip(1)
                .filter(evidence -> evidence.origin().place().isPresent())
                .collect(Collectors.groupingBy(
                        evidence -> evidence.origin().place().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        if (places.isEmpty()) {
            return;
        }
        var array = node.putArray("relatedLocations");
        places.forEach((place, read) -> {
            var location = array.addObject().put("id", array.size());
            SarifPlace.location(location, place);
            location.putObject("message").put("text", told(read));
        });
    }

    private static String told(List<Evidence> read) {
        return read.stream()
                .map(evidence -> evidence.name() + " = " + evidence.value())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
