package dev.tautline.link.reader.play;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Parses a text and what it includes. Only files of the repository are opened, never a URL or something of our
/// own class path, which is why all four ways of including end here. What is not there is kept as unseen.
final class Included implements ConfigIncluder, ConfigIncluderClasspath, ConfigIncluderFile, ConfigIncluderURL {
    private static final int MAX_DEPTH = 8;
    /// More files than any configuration that we have seen consists of.
    private static final int MAX_FILES = 100;

    private final NamedFiles files;
    private final Collection<Problem> problems;
    private final List<SourceText> texts = new ArrayList<>();
    private final Deque<SourceText> onTheWay = new ArrayDeque<>();
    private final List<Written> unseen = new ArrayList<>();
    private final Chains chains = new Chains();

    Included(Collection<Problem> problems) {
        this.files = new NamedFiles(problems);
        this.problems = problems;
    }

    /// Everything that was parsed; the number of a text in this list is what its values' origins tell.
    List<SourceText> texts() {
        return List.copyOf(texts);
    }

    List<Written> unseen() {
        return List.copyOf(unseen);
    }

    /// Empty for a text that is malformed, which becomes a problem.
    Optional<ConfigObject> parse(SourceText source) {
        if (chains.areTooLongWith(source.text())) {
            problems.add(source.problem(
                    1,
                    1,
                    "more than " + Chains.MOST
                            + " values of one key build on the one before; nothing of this file is read"));
            return Optional.empty();
        }
        var number = texts.size();
        texts.add(source);
        onTheWay.push(source);
        try {
            var options = ConfigParseOptions.defaults()
                    .setOriginDescription(Places.ofText(number))
                    .setIncluder(this);
            return Optional.of(ConfigFactory.parseString(References.taggedIn(source.text()), options)
                    .root());
        } catch (ConfigException malformed) {
            // The parser's own words quote what stands there, which may be a secret.
            var line = malformed.origin() == null
                    ? 1
                    : Math.max(1, malformed.origin().lineNumber());
            problems.add(source.problem(line, 1, "not HOCON from here on; nothing of this file is read"));
            return Optional.empty();
        } catch (StackOverflowError tooDeep) {
            problems.add(source.problem(1, 1, "nested too deeply; nothing of this file is read"));
            return Optional.empty();
        } finally {
            onTheWay.pop();
        }
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        return named(what);
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        return named(what.replaceFirst("^/+", ""));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return named(what.getPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        return unseen("a URL");
    }

    /// A name without an ending means a `.conf`; it is looked for beside the including file, then on the class
    /// path, of which the first file's folder is the root.
    private ConfigObject named(String name) {
        var fileName = name.endsWith(".conf") || name.endsWith(".json") ? name : name + ".conf";
        var found = Stream.of(onTheWay.getFirst(), onTheWay.getLast())
                .map(text -> Optional.ofNullable(text.file().getParent()).orElse(Path.of("")))
                .flatMap(folder -> files.find(folder, fileName).stream())
                .findFirst();
        if (found.isEmpty() || onTheWay.size() >= MAX_DEPTH || texts.size() >= MAX_FILES) {
            return unseen(fileName);
        }
        return onTheWay.contains(found.get()) ? nothing() : parse(found.get()).orElseGet(() -> unseen(fileName));
    }

    private ConfigObject unseen(String name) {
        var including = onTheWay.getFirst();
        Origin place = including.place(1, 1, "include");
        unseen.add(new Written("include", "${" + name.replaceAll("[${}:]", " ").strip() + "}", place, List.of(name)));
        return nothing();
    }

    private static ConfigObject nothing() {
        return ConfigFactory.empty().root();
    }
}
