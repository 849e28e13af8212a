package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.Homes;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.XmlTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// XML files that hold data sources, told apart by their root element.
public final class JakartaFormat implements Format {
    private static final Set<String> NAMES =
            Set.of("context.xml", "server.xml", "persistence.xml", "hibernate.cfg.xml", "c3p0-config.xml", "ROOT.xml");

    private static final Pattern OF_WILDFLY = Pattern.compile("(?:standalone|domain)(?:[-\\w]*)\\.xml|.*-ds\\.xml");

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return NAMES.contains(name)
                || OF_WILDFLY.matcher(name).matches()
                || (name.endsWith(".xml") && file.toString().contains("conf/Catalina/"));
    }

    @Override
    public boolean recognises(SourceText source) {
        var text = source.text();
        return text.contains("<Resource")
                || text.contains("<persistence")
                || text.contains("<hibernate-configuration")
                || text.contains("<c3p0-config")
                || text.contains("<connection-url")
                || text.contains("<xa-datasource");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var root = XmlTree.read(source, facts.problems());
        root.map(JakartaFormat::readings)
                .ifPresent(readings -> readings.forEach(reading -> facts.application(
                        new OneFile(Homes.of(source.file()), Framework.JAKARTA, Profile.PLAIN, reading))));
        return root.isPresent();
    }

    private static List<? extends OneFile.Reading> readings(XmlTree root) {
        return switch (root.name()) {
            case "Context", "Server", "GlobalNamingResources" ->
                root.all()
                        .filter(TomcatResource::isDataSource)
                        .map(TomcatResource::new)
                        .toList();
            case "server", "domain", "datasources" ->
                Stream.<OneFile.Reading>concat(
                                root.all()
                                        .filter(WildFlyDataSource::isDataSource)
                                        .map(WildFlyDataSource::new),
                                WildFlyXaDataSource.in(root))
                        .toList();
            case "persistence" ->
                root.children("persistence-unit").map(PersistenceUnit::ofUnit).toList();
            case "hibernate-configuration" ->
                root.children("session-factory").map(PersistenceUnit::ofFactory).toList();
            case "c3p0-config" ->
                root.children().stream()
                        .filter(C3p0Config::isConfig)
                        .map(C3p0Config::new)
                        .toList();
            default -> List.<OneFile.Reading>of();
        };
    }
}
