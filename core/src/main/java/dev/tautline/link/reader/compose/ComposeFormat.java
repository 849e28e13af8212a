package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Compose files and Swarm stacks: `compose.yaml`, `docker-compose.yml`, `docker-compose.prod.yml` … Gathered by
/// folder, put together when all are known.
public final class ComposeFormat implements Format {
    private static final Pattern SERVICES = Pattern.compile("(?m)^[\"']?(services|include)[\"']?\\s*:");
    private static final Pattern SERVICE =
            Pattern.compile("(?m)^[\"']?[a-zA-Z][\\w.-]*[\"']?\\s*:\\s*\\R\\s+(image|build)\\s*:");

    private final Sources sources = new Sources();
    private final Map<Path, List<ComposeFile>> folders = new TreeMap<>();

    @Override
    public boolean mayBe(Path file) {
        return ComposeFile.isNamedSo(file);
    }

    @Override
    public boolean recognises(SourceText source) {
        return SERVICES.matcher(source.text()).find()
                || SERVICE.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        sources.know(source);
        var documents = YamlTree.read(source, facts.problems());
        documents.stream()
                .findFirst()
                .map(root -> ComposeFile.of(source, ComposeFile.inTodaysForm(root)))
                .ifPresent(file -> folders.computeIfAbsent(file.folder(), folder -> new ArrayList<>())
                        .add(file));
        return !documents.isEmpty();
    }

    @Override
    public void finish(Facts facts) {
        var files = new NamedFiles(facts.problems());
        var projects = new Projects(files, sources, facts.problems());
        folders.values().forEach(folder -> {
            folder.sort(Comparator.comparing(file -> file.source().name()));
            projects.of(folder).forEach(project -> new ProjectFacts(project, files, sources).addTo(facts));
        });
    }
}
