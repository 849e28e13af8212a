package dev.tautline.link.reader;

import dev.tautline.link.Profile;
import dev.tautline.link.reader.build.Builds;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads files, folders and JDBC URLs into one link. One instance reads once; it is not thread-safe.
///
/// ```
/// folder ─► FileTree ─► Format.read ─► Facts ─► Format.finish ─► Assembly ─► Link
/// ```
public final class ConfigurationReader {
    private final Environment environment;
    private final Optional<Profile> onlyProfile;
    private final InstantSource clock;
    private final Facts facts = new Facts();
    private final TextFiles texts = new TextFiles(facts.problems());
    private final Builds builds = new Builds(facts.problems());
    private final ApplicationFormat applications = new ApplicationFormat(builds);
    private final List<Format> formats = Formats.all(applications);
    private int filesRead;
    private int testFoldersSkipped;

    /// `environment` is what placeholders and overrides are resolved from, before what deployment files say;
    /// with `onlyProfile`, the files are read as with exactly these profiles, otherwise once plain and once
    /// for each profile that they name.
    public ConfigurationReader(Map<String, String> environment, Optional<Profile> onlyProfile) {
        this(environment, onlyProfile, InstantSource.system());
    }

    /// `clock` tells when certificates are looked at.
    public ConfigurationReader(Map<String, String> environment, Optional<Profile> onlyProfile, InstantSource clock) {
        this.environment = Environment.given(environment);
        this.onlyProfile = onlyProfile;
        this.clock = clock;
    }

    /// Reads everything. A path is a folder, which is searched, or a file, which is read whatever its name is.
    public Configuration read(Collection<Path> paths, Collection<String> urls) {
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                var tree = FileTree.walk(path, this::isCandidate, facts.problems());
                testFoldersSkipped += tree.skippedTestFolders();
                tree.files().forEach(this::readFound);
            } else {
                texts.read(path).ifPresent(text -> readNamed(SourceText.of(path, text)));
            }
        }
        formats.forEach(format -> format.finish(facts));
        var assembly = new Assembly(facts, builds, environment, onlyProfile, paths);
        urls.forEach(assembly::addUrl);
        return assembly.configuration(filesRead, testFoldersSkipped, clock.instant());
    }

    private boolean isCandidate(Path file) {
        return formats.stream().anyMatch(format -> format.mayBe(file));
    }

    private void readFound(Path file) {
        texts.read(file)
                .map(text -> SourceText.of(file, text))
                .ifPresent(source -> formatOf(source).ifPresent(format -> read(format, source)));
    }

    /// What somebody names is read in any case: a file of no known kind as an application's.
    private void readNamed(SourceText source) {
        read(formatOf(source).orElse(applications), source);
    }

    private Optional<Format> formatOf(SourceText source) {
        return formats.stream()
                .filter(format -> format.mayBe(source.file()) && format.recognises(source))
                .findFirst();
    }

    private void read(Format format, SourceText source) {
        if (format.read(source, facts)) {
            filesRead++;
        }
        for (var text = facts.nextEmbedded(); text.isPresent(); text = facts.nextEmbedded()) {
            readEmbedded(text.get());
        }
    }

    /// A text of no known kind is no configuration.
    private void readEmbedded(SourceText source) {
        formatOf(source).ifPresent(format -> format.read(source, facts));
    }
}
