package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The addresses of pages as search engines read them: each in every language, and each naming the others. Pure.
///
/// @param shop what the world calls the shop
/// @param mount what all of its paths begin with, or nothing
record Sitemap(URI shop, String mount) {
    // sitemaps.org/protocol.html: at most 50,000 addresses in one file.
    static final int MOST_ADDRESSES = 50_000;
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /// @param paths of the English pages, such as `/c/rope`
    String of(List<String> paths) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(SITEMAP);
            xml.writeNamespace("xhtml", XHTML);
            for (var path : paths.subList(0, Math.min(paths.size(), MOST_ADDRESSES / Language.values().length))) {
                for (var language : Language.values()) {
                    page(xml, path, language);
                }
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    String address(Language language, String path) {
        return shop.resolve(mount + language.prefix() + path).toString();
    }

    private void page(XMLStreamWriter xml, String path, Language language) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(address(language, path));
        xml.writeEndElement();
        for (var edition : Language.values()) {
            xml.writeEmptyElement("xhtml:link");
            xml.writeAttribute("rel", "alternate");
            xml.writeAttribute("hreflang", edition.code());
            xml.writeAttribute("href", address(edition, path));
        }
        xml.writeEndElement();
    }
}
