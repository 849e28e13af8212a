package dev.tautline.cli;

import dev.tautline.check.rules.Rules;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// For build servers: JUnit's XML as Jenkins and GitLab read it. A suite per family; a finding is a failure, a rule
/// that
/// could not decide or was suppressed is skipped with its reason, a rule that found nothing passes.
final class CheckJunit implements CheckFormat.Renderer {
    @Override
    public void render(CheckOutcome outcome, PrintWriter out) {
        var suites = suites(outcome);
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "taut check");
            counts(xml, suites.values().stream().flatMap(List::stream).toList());
            for (var suite : suites.entrySet()) {
                suite(xml, suite.getKey(), suite.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            out.println();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a writer in memory takes everything", impossible);
        }
    }

    private static Map<String, List<JunitCase>> suites(CheckOutcome outcome) {
        var suites = new TreeMap<String, List<JunitCase>>();
        for (var rule : Rules.all()) {
            suites.computeIfAbsent(rule.family(), family -> new ArrayList<>())
                    .addAll(JunitCase.of(rule, outcome.report()));
        }
        if (!outcome.report().problems().isEmpty()) {
            suites.put(
                    "reading",
                    outcome.report().problems().stream().map(JunitCase::of).toList());
        }
        return suites;
    }

    private static void suite(XMLStreamWriter xml, String family, List<JunitCase> cases) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", family);
        counts(xml, cases);
        for (var one : cases) {
            one.write(xml, family);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, List<JunitCase> cases) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        for (var outcome : JunitCase.Outcome.values()) {
            if (outcome != JunitCase.Outcome.PASSED) {
                var count =
                        cases.stream().filter(one -> one.outcome() == outcome).count();
                xml.writeAttribute(outcome.attribute(), String.valueOf(count));
            }
        }
        xml.writeAttribute("time", "0");
    }
}
