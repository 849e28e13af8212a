package dev.tautline.link.reader;

import dev.tautline.link.reader.build.Builds;
import dev.tautline.link.reader.format.ApplicationFile;
import dev.tautline.link.reader.format.Documents;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.spring.SpringImports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `application*.yml`, `.yaml`, `.properties` and `.toml`: gathered by application, merged when it is known how it
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
        var content = Documents.read(source);
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
        applications.forEach((root, files) -> facts.application(
                FrameworkClues.application(root, files, builds.in(root).libraries())));
    }
}
