package dev.tautline.cli;

import dev.tautline.targets.Explored;
import dev.tautline.targets.HostResult;
import dev.tautline.targets.Neighbour;
import dev.tautline.targets.NotProbed;
import dev.tautline.targets.TargetResult;
import dev.tautline.targets.Unmet;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// For programs: a result for each address that was climbed to. Its form is
/// `docs/reference/probe-report.schema.json`; a change that a reader may trip over counts up the version.
final class ProbeJson implements ProbeFormat.Renderer {
    private static final int VERSION = 1;

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void render(ProbeOutcome outcome, PrintWriter out) {
        var document = new LinkedHashMap<String, Object>();
        document.put("version", VERSION);
        document.put("passed", outcome.exitCode() == ExitCode.CLEAN);
        document.put(
                "unmet",
                outcome.targets().stream()
                        .flatMap(target -> target.unmetRole().stream())
                        .toList());
        document.put(
                "results",
                outcome.targets().stream().flatMap(ProbeJson::results).toList());
        document.put(
                "twoWays", outcome.twoWays().stream().map(ReviewJson::twoWays).toList());
        document.put(
                "findings",
                outcome.review().findings().stream().map(ReviewJson::finding).toList());
        document.put(
                "withheld",
                outcome.review().withheld().stream().map(ReviewJson::withheld).toList());
        document.put("notProbed", outcome.rest().stream().map(ProbeJson::rest).toList());
        out.println(mapper.writeValueAsString(document));
    }

    private static Stream<Map<String, Object>> results(TargetResult target) {
        return target.hosts().stream().map(host -> result(target.target().name(), host));
    }

    private static Map<String, Object> result(String target, HostResult host) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("target", target);
        fields.putAll(LadderJson.of(host.ladder()));
        fields.put("passed", host.isClean());
        fields.put("unmet", host.unmet().stream().map(ProbeJson::unmet).toList());
        if (host.explored().tried() > 0) {
            fields.put("explored", explored(host.explored()));
        }
        return fields;
    }

    private static Map<String, Object> explored(Explored explored) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("tried", explored.tried());
        fields.put(
                "answering",
                explored.answering().stream().map(ProbeJson::neighbour).toList());
        explored.conclusion().ifPresent(words -> fields.put("conclusion", words));
        return fields;
    }

    private static Map<String, Object> neighbour(Neighbour one) {
        return Map.of(
                "endpoint", one.endpoint(),
                "knownFrom", one.knownFrom(),
                "answers", one.answers(),
                "isServer", one.isServer());
    }

    static Map<String, Object> rest(NotProbed one) {
        return Map.of("target", one.name(), "origin", one.at().toString(), "why", one.why());
    }

    private static Map<String, Object> unmet(Unmet unmet) {
        return Map.of("what", unmet.what(), "expected", unmet.expected(), "found", unmet.found());
    }
}
