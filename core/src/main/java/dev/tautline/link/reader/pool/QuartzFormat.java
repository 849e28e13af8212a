package dev.tautline.link.reader.pool;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;

/// `quartz.properties`: a job store that keeps its own pool (Quartz manual, "Configure DataSources"). The
/// pool is c3p0 unless `provider` names HikariCP.
public final class QuartzFormat implements Format {
    private static final Pattern NAME = Pattern.compile("quartz(?:[-_]\\w+)?\\.properties");
    private static final Pattern DATA_SOURCE = Pattern.compile("(org\\.quartz\\.dataSource\\.[^.]+)\\.URL");

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = new PropertiesDocuments(source).read();
        content.problems().forEach(facts::problem);
        var byKey = new LinkedHashMap<String, Property>();
        content.documents().stream()
                .flatMap(document -> document.properties().stream())
                .forEach(property -> byKey.put(property.canonicalKey(), property));
        var prefixes = new LinkedHashSet<String>();
        byKey.values().forEach(property -> {
            var url = DATA_SOURCE.matcher(property.key());
            if (url.matches()) {
                prefixes.add(url.group(1));
            }
        });
        var properties = new MergedProperties(byKey, Environment.given(Map.of()));
        facts.application(OneFile.of(
                source.file(),
                Framework.NONE,
                (application, running, problems) -> prefixes.stream()
                        .map(prefix -> client(prefix, properties, application, running, problems))
                        .toList()));
        return true;
    }

    private static Client client(
            String prefix,
            MergedProperties properties,
            Application application,
            Running running,
            Collection<Problem> problems) {
        var url = ReadUrl.of(properties.written(prefix + ".URL").orElseThrow(), problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        properties.written(prefix + ".user").ifPresent(settings::user);
        properties.written(prefix + ".password").ifPresent(settings::password);
        var isHikari = properties
                .written(prefix + ".provider")
                .map(provider -> provider.text().equals("hikaricp"))
                .orElse(false);
        properties
                .written(prefix + ".maxConnections")
                .filter(size -> isHikari)
                .ifPresent(size -> settings.put(HikariKeys.MAXIMUM_POOL_SIZE, size));
        var pool = isHikari ? Pool.HIKARICP : Pool.OTHER;
        return new Client(application, prefix, prefix, pool, url.written(), url.parsed(), settings.build());
    }
}
