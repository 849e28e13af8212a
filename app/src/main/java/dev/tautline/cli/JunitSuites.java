package dev.tautline.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// JUnit's XML as Jenkins and GitLab read it.
final class JunitSuites {
    private JunitSuites() {}

    /// Suites by their names, in order.
    static void write(String name, Map<String, List<JunitCase>> suites, PrintWriter out) {
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", name);
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

    private static void suite(XMLStreamWriter xml, String name, List<JunitCase> cases) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", Columns.printable(name));
        counts(xml, cases);
        for (var one : cases) {
            one.write(xml, name);
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
        xml.writeAttribute("time", seconds(cases));
    }

    private static String seconds(List<JunitCase> cases) {
        return JunitCase.seconds(cases.stream().map(JunitCase::took).reduce(Duration.ZERO, Duration::plus));
    }
}
