package dev.tautline.link.reader.migration;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `flyway.conf` and `liquibase.properties` (Flyway documentation, "Configuration files"; Liquibase documentation,
/// "Creating and configuring the defaults file"). Their keys are those that Spring Boot has for the two tools.
public final class MigrationFileFormat implements Format {
    private static final Pattern FLYWAY = Pattern.compile("flyway(?:[-_.]\\w+)*\\.(?:conf|properties)");
    private static final Pattern LIQUIBASE = Pattern.compile("liquibase(?:[-_.]\\w+)*\\.properties");

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return FLYWAY.matcher(name).matches() || LIQUIBASE.matcher(name).matches();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = new PropertiesDocuments(source).read();
        content.problems().forEach(facts::problem);
        var tool = FLYWAY.matcher(source.name()).matches() ? "flyway" : "liquibase";
        var values = new LinkedHashMap<String, Written>();
        content.documents().stream()
                .flatMap(document -> document.properties().stream())
                .forEach(property -> values.put(bare(tool, property), written(property)));
        if (values.containsKey("url")) {
            facts.application(OneFile.of(
                    source.file(),
                    Framework.NONE,
                    (application, running, problems) -> List.of(client(tool, values, application, running, problems))));
        }
        return !content.documents().isEmpty();
    }

    /// `flyway.url`, `url`, `liquibase.command.url`.
    private static String bare(String tool, Property property) {
        return property.key().replaceFirst("^" + tool + "\\.(?:command\\.)?", "");
    }

    private static Written written(Property property) {
        return Unfilled.written(property.key(), property.text(), property.origin());
    }

    static Client client(
            String tool,
            Map<String, Written> values,
            Application application,
            Running running,
            Collection<Problem> problems) {
        var url = ReadUrl.of(Optional.ofNullable(values.get("url")).orElseThrow(), problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        Stream.of("user", "username")
                .flatMap(name -> Optional.ofNullable(values.get(name)).stream())
                .findFirst()
                .ifPresent(settings::user);
        Optional.ofNullable(values.get("password")).ifPresent(settings::password);
        values.forEach((name, value) -> SpringKeys.VOCABULARY
                .findRelaxed("spring." + tool + "." + name)
                .ifPresent(key -> settings.put(key, value)));
        return new Client(application, tool, "", Pool.NONE, url.written(), url.parsed(), settings.build());
    }
}
