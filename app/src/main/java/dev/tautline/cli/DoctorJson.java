package dev.tautline.cli;

import dev.tautline.finding.Severity;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// For programs: every problem, and how much was looked at. Its form is `docs/reference/doctor-report.schema.json`; a
/// change that a reader may trip over counts up the version.
final class DoctorJson implements DoctorFormat.Renderer {
    private static final int VERSION = 1;

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void render(DoctorReport report, PrintWriter out) {
        var document = new LinkedHashMap<String, Object>();
        document.put("version", VERSION);
        var summary = new LinkedHashMap<String, Object>();
        Arrays.stream(Severity.values())
                .forEach(severity -> summary.put(Lowercase.of(severity), report.count(severity)));
        document.put("summary", summary);
        document.put("files", report.filesRead());
        document.put("probed", report.probed());
        document.put("failed", report.failed());
        document.put("undecided", report.undecided());
        document.put(
                "problems", report.entries().stream().map(DoctorJson::entry).toList());
        document.put(
                "notProbed", report.notProbed().stream().map(ProbeJson::rest).toList());
        document.put(
                "withheld",
                report.withheld().stream()
                        .map(one -> Map.of("what", one.what(), "grant", one.grant()))
                        .toList());
        out.println(mapper.writeValueAsString(document));
    }

    private static Map<String, Object> entry(DoctorEntry entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("severity", Lowercase.of(entry.severity()));
        fields.put("isOutage", entry.isOutage());
        fields.put("headline", entry.headline());
        fields.put("where", entry.where());
        fields.put("said", entry.said());
        fields.put("leads", entry.leads());
        fields.put("owner", Lowercase.of(entry.owner()));
        fields.put("fix", entry.fix());
        fields.put("next", entry.next());
        return fields;
    }
}
