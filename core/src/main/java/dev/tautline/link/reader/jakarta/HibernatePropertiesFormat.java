package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.Homes;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;

/// `hibernate.properties`, which Hibernate reads by itself, with the connection in it (Hibernate ORM user guide,
/// "Configuration properties").
public final class HibernatePropertiesFormat implements Format {
    @Override
    public boolean mayBe(Path file) {
        return file.endsWith("hibernate.properties");
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().contains(".jdbc.url") || source.text().contains("hibernate.connection.url");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = new PropertiesDocuments(source).read();
        content.problems().forEach(facts::problem);
        var unit = PersistenceUnit.ofFile(
                content.documents().stream().flatMap(document -> document.properties().stream()));
        facts.application(new OneFile(Homes.of(source.file()), Framework.JAKARTA, Profile.PLAIN, unit));
        return !content.documents().isEmpty();
    }
}
