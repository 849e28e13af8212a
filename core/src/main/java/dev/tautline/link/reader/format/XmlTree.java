package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of an XML document with the places of its attributes and its text. Names are without their
/// prefixes; text is without the white space around it.
public record XmlTree(
        String name, Map<String, Written> attributes, Written text, List<XmlTree> children, Origin.InFile origin) {
    public XmlTree {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /// The root element; empty, with a problem, when the text is not XML.
    public static Optional<XmlTree> read(SourceText source, Collection<Problem> problems) {
        return new XmlTreeReader(source, problems).read();
    }

    public Optional<Written> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /// The children of one name.
    public Stream<XmlTree> children(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /// The first element at a path of names below this one.
    public Optional<XmlTree> at(String... path) {
        var here = Optional.of(this);
        for (var step : path) {
            here = here.flatMap(element -> element.children(step).findFirst());
        }
        return here;
    }

    /// The text of the element at a path, if it has any.
    public Optional<Written> textAt(String... path) {
        return at(path).map(XmlTree::text).filter(text -> !text.text().isEmpty());
    }

    /// This element and all below it, in their order.
    public Stream<XmlTree> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlTree::all));
    }
}
