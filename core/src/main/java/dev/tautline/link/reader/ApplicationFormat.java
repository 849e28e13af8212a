package dev.tautline.link.reader;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.build.Builds;
import dev.tautline.link.reader.format.ApplicationFile;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Documents;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.PropertiesDocuments;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlDocuments;
import dev.tautline.link.reader.micronaut.MicronautApplication;
import dev.tautline.link.reader.quarkus.QuarkusApplication;
import dev.tautline.link.reader.spring.SpringApplication;
import dev.tautline.link.reader.spring.SpringImports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `application*.yml`, `.yaml` and `.properties`: gathered by application, merged when it is known how it
/// runs. Three frameworks call their files so; which one an application has, its build and its keys say.
final class ApplicationFormat implements Format {
    private final Builds builds;
    private final Map<Path, List<ApplicationFile>> applications = new LinkedHashMap<>();

    ApplicationFormat(Builds builds) {
        this.builds = builds;
    }

    @Override
    public boolean mayBe(Path file) {
        return ApplicationFile.isNamedSo(file);
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var content = documents(source);
        content.problems().forEach(facts::problem);
        var isReadable = !content.documents().isEmpty() || content.problems().isEmpty();
        if (isReadable) {
            var root = ApplicationFile.of(source.file(), content).root();
            var expanded = new SpringImports(facts.problems()).expand(root, source, content);
            var file = ApplicationFile.of(source.file(), expanded);
            applications.computeIfAbsent(root, home -> new ArrayList<>()).add(file);
        }
        return isReadable;
    }

    @Override
    public void finish(Facts facts) {
        applications.forEach((root, files) -> facts.application(application(root, files)));
    }

    private ApplicationFiles application(Path root, List<ApplicationFile> files) {
        var framework = FrameworkClues.of(files, builds.in(root).libraries());
        return framework == Framework.QUARKUS
                ? new QuarkusApplication(root, files)
                : framework == Framework.MICRONAUT
                        ? new MicronautApplication(root, files)
                        : new SpringApplication(root, files);
    }

    private static Documents documents(SourceText source) {
        return source.name().endsWith(".properties")
                ? new PropertiesDocuments(source).read()
                : new YamlDocuments(source).read();
    }
}
