package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// One `testcase`: what a rule says about one thing.
record JunitCase(
        String name,
        Optional<Origin.InFile> place,
        Outcome outcome,
        String type,
        String message,
        String text,
        Duration took) {
    private static final double NANOS_IN_SECOND = 1e9;

    /// A case that takes no time worth telling.
    JunitCase(String name, Optional<Origin.InFile> place, Outcome outcome, String type, String message, String text) {
        this(name, place, outcome, type, message, text, Duration.ZERO);
    }

    static String seconds(Duration took) {
        return took.isZero() ? "0" : "%.6f".formatted(took.toNanos() / NANOS_IN_SECOND);
    }

    /// How a test can end, with the names that JUnit's XML has for it.
    enum Outcome {
        PASSED("", ""),
        FAILED("failure", "failures"),
        ERROR("error", "errors"),
        SKIPPED("skipped", "skipped");

        private final String element;
        private final String attribute;

        Outcome(String element, String attribute) {
            this.element = element;
            this.attribute = attribute;
        }

        String attribute() {
            return attribute;
        }
    }

    static List<JunitCase> of(Rule rule, Report report) {
        var cases = new ArrayList<JunitCase>();
        report.findings().stream()
                .filter(finding -> finding.rule().equals(rule.id()))
                .forEach(finding -> cases.add(failed(finding)));
        report.suppressed().stream()
                .filter(one -> one.finding().rule().equals(rule.id()))
                .forEach(one -> cases.add(skipped(name(one.finding()), "suppressed: " + one.reason())));
        report.open().stream()
                .filter(open -> open.rule().equals(rule.id()))
                .forEach(open -> cases.add(skipped(open.rule() + ": " + open.subject(), open.why())));
        if (cases.isEmpty()) {
            cases.add(new JunitCase(rule.id(), Optional.empty(), Outcome.PASSED, "", "", ""));
        }
        return cases;
    }

    static JunitCase of(Problem problem) {
        return new JunitCase(
                problem.origin().toString(),
                problem.origin().place(),
                Outcome.ERROR,
                "unreadable",
                problem.message(),
                "");
    }

    private static JunitCase failed(Finding finding) {
        var text = finding.consequence() + "\nTo mend it, " + finding.edit() + ".\nOf " + finding.subject()
                + "\nRead:\n"
                + String.join(
                        "\n", finding.read().stream().map(Object::toString).toList());
        return new JunitCase(
                name(finding),
                finding.at().place(),
                Outcome.FAILED,
                Lowercase.of(finding.severity()),
                finding.headline(),
                text);
    }

    private static JunitCase skipped(String name, String why) {
        return new JunitCase(name, Optional.empty(), Outcome.SKIPPED, "", why, "");
    }

    private static String name(Finding finding) {
        return finding.rule() + ": " + finding.at();
    }

    void write(XMLStreamWriter xml, String family) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "taut." + family);
        attribute(xml, "name", name);
        attribute(xml, "time", seconds(took));
        if (place.isPresent()) {
            attribute(xml, "file", place.get().file().toString().replace('\\', '/'));
        }
        if (outcome != Outcome.PASSED) {
            outcome(xml);
        }
        xml.writeEndElement();
    }

    private void outcome(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(outcome.element);
        attribute(xml, "message", message);
        if (!type.isEmpty()) {
            attribute(xml, "type", type);
        }
        xml.writeCharacters(text.lines().map(Columns::printable).reduce("", (above, line) -> above + line + "\n"));
        xml.writeEndElement();
    }

    /// XML 1.0 has no control characters, not even escaped ones.
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Columns.printable(value));
    }
}
