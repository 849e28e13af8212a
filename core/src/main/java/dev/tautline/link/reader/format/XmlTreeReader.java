package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML into a tree, within bounds. No DTD is read and no entity is followed, so that nothing outside
/// the text is touched and no text can grow.
final class XmlTreeReader {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 100_000;
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>\"']+)\\s*=\\s*([\"'])");

    private final SourceText source;
    private final Collection<Problem> problems;
    private final TextPlaces places;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<XmlTree> root = Optional.empty();
    private int elements;

    XmlTreeReader(SourceText source, Collection<Problem> problems) {
        this.source = source;
        this.problems = problems;
        this.places = new TextPlaces(source);
    }

    /// An element whose end is not reached yet.
    private record Open(
            String name,
            Map<String, Written> attributes,
            StringBuilder text,
            int textStart,
            List<XmlTree> children,
            Origin.InFile origin) {}

    Optional<XmlTree> read() {
        // A byte order mark is no XML to the reader of a string.
        var text = source.text().startsWith("\uFEFF") ? " " + source.text().substring(1) : source.text();
        try {
            var reader = factory()
                    .createXMLStreamReader(new StringReader(text.stripLeading().isEmpty() ? "" : text));
            while (reader.hasNext()) {
                accept(reader, reader.next());
            }
            return root;
        } catch (XMLStreamException malformed) {
            var location = malformed.getLocation();
            problems.add(source.problem(
                    location == null ? 1 : Math.max(1, location.getLineNumber()),
                    location == null ? 1 : Math.max(1, location.getColumnNumber()),
                    "not XML: " + reason(malformed)));
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static String reason(XMLStreamException malformed) {
        return String.valueOf(malformed.getMessage())
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
    }

    private void accept(XMLStreamReader reader, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamReader.START_ELEMENT -> start(reader);
            case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                if (!open.isEmpty()) {
                    open.getLast().text().append(reader.getText());
                }
            }
            case XMLStreamReader.END_ELEMENT -> end();
            default -> {
                // Comments, white space and instructions say nothing.
            }
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        if (open.size() >= MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new XMLStreamException(
                    "more than " + MAX_DEPTH + " levels or " + MAX_ELEMENTS + " elements", reader.getLocation());
        }
        var end = places.offset(
                reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
        // An attribute cannot hold a <, so the last one before the end of the tag begins it.
        var begin = Math.max(0, source.text().lastIndexOf('<', Math.max(0, end - 1)));
        var name = reader.getLocalName();
        open.addLast(new Open(
                name,
                attributes(reader, begin, end),
                new StringBuilder(),
                end,
                new ArrayList<>(),
                places.at(begin, name)));
    }

    private Map<String, Written> attributes(XMLStreamReader reader, int begin, int end) {
        var starts = new LinkedHashMap<String, Integer>();
        var tag = ATTRIBUTE.matcher(source.text()).region(begin, end);
        while (tag.find()) {
            starts.put(tag.group(1), tag.end());
            var close = source.text().indexOf(tag.group(2), tag.end());
            if (close < 0 || close + 1 > end) {
                break;
            }
            tag.region(close + 1, end);
        }
        var attributes = new LinkedHashMap<String, Written>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var name = reader.getAttributeLocalName(i);
            var at = starts.getOrDefault(name, begin);
            attributes.put(name, Written.of(name, reader.getAttributeValue(i), places.at(at, name)));
        }
        return attributes;
    }

    private void end() {
        var done = open.removeLast();
        var text = done.text().toString();
        var blanks = text.length() - text.stripLeading().length();
        var written = Written.of(done.name(), text.strip(), places.at(done.textStart() + blanks, done.name()));
        var element = new XmlTree(done.name(), done.attributes(), written, done.children(), done.origin());
        if (open.isEmpty()) {
            root = Optional.of(element);
        } else {
            open.getLast().children().add(element);
        }
    }
}
