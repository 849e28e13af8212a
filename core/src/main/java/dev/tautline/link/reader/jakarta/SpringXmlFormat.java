package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.Homes;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.link.reader.format.XmlTree;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// XML files of the Spring Framework that make pools of beans, by the names that such files usually have.
public final class SpringXmlFormat implements Format {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(?:context|beans|spring|data-?source|persistence|dao|database|db|root|servlet|jpa|hibernate|mybatis).*\\.xml");
    private static final List<Path> ROOTS =
            List.of(Path.of("src", "main", "resources"), Path.of("src", "main", "webapp"));
    /// How many folders are searched upwards: a class path has its root above the file that names another.
    private static final int FOLDERS = 4;

    private static final Pattern LOCATION =
            Pattern.compile("(?:classpath\\*?:|file:)?/?(?:WEB-INF/(?:classes/)?)?(?<name>[\\w./-]+\\.properties)");

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().contains("<beans") && source.text().contains("DataSource");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var root = XmlTree.read(source, facts.problems());
        root.ifPresent(beans -> {
            var known = properties(source, beans, facts);
            beans.all()
                    .filter(SpringBean::isPool)
                    .forEach(bean -> facts.application(new OneFile(
                            home(source.file()), Framework.JAKARTA, Profile.PLAIN, new SpringBean(bean, known))));
        });
        return root.isPresent();
    }

    /// Whole folders of such files lie below the usual ones for resources.
    private static Path home(Path file) {
        return aboveAndIn(file)
                .filter(folder -> ROOTS.stream().anyMatch(folder::endsWith))
                .findFirst()
                .map(folder -> Homes.of(folder.resolve("META-INF").resolve("x")))
                .orElseGet(() -> Homes.of(file));
    }

    private static Stream<Path> aboveAndIn(Path file) {
        return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
                .limit(FOLDERS);
    }

    /// `<context:property-placeholder location="classpath:jdbc.properties"/>`, or a bean with `location` or
    /// `locations`.
    private static Map<String, Written> properties(SourceText source, XmlTree beans, Facts facts) {
        var files = new NamedFiles(facts.problems());
        var known = new LinkedHashMap<String, Written>();
        beans.all()
                .flatMap(element -> Stream.concat(
                        element.attributes().values().stream(),
                        element.name().equals("value") ? Stream.of(element.text()) : Stream.empty()))
                .flatMap(written -> Stream.of(written.text().split(",")))
                .map(text -> LOCATION.matcher(text.strip()))
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> aboveAndIn(source.file())
                        .flatMap(folder -> files.find(folder, matcher.group("name")).stream())
                        .limit(1))
                .flatMap(file -> new PropertiesDocuments(file).read().documents().stream())
                .flatMap(document -> document.properties().stream())
                .forEach(property -> known.put(
                        property.key(), Unfilled.written(property.key(), property.text(), property.origin())));
        return known;
    }
}
