package dev.tautline.link.reader.json;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads files in JSON that hold, anywhere, what a client of a database must know: Vert.x leaves it to the application
/// where that stands, and Debezium's connectors are objects of a request.
public final class JsonFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(?i)(?!package|tsconfig|angular).*\\.json");
    private static final Pattern PLACE = Pattern.compile(
            "(?i).*(conf|connector|debezium|register|datasource|database|vertx|settings|application|(^|[/_-])db).*");
    private static final Pattern TOLD =
            Pattern.compile("\"(database\\.hostname|hostname|host|url|jdbcUrl)\"\\s*:\\s*\"");
    private static final int MAX_DEPTH = 6;

    @Override
    public boolean mayBe(Path file) {
        var parent = file.getParent();
        var near = (parent == null ? "" : parent.getFileName() + "/") + file.getFileName();
        return NAME.matcher(String.valueOf(file.getFileName())).matches()
                && PLACE.matcher(near).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().stripLeading().startsWith("{")
                && TOLD.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var found = new ArrayList<JsonClient>();
        YamlTree.read(source, new ArrayList<>()).forEach(tree -> collect("", tree, 0, found));
        if (!found.isEmpty()) {
            facts.application(OneFile.of(
                    source.file(),
                    Framework.NONE,
                    (application, running, problems) -> found.stream()
                            .map(one -> one.client(application, running, problems))
                            .toList()));
        }
        return !found.isEmpty();
    }

    private static void collect(String path, YamlTree tree, int depth, List<JsonClient> found) {
        JsonClient.in(path, tree).ifPresentOrElse(found::add, () -> {
            if (depth < MAX_DEPTH) {
                tree.entries()
                        .forEach((name, below) ->
                                collect(path.isEmpty() ? name : path + "." + name, below, depth + 1, found));
            }
        });
    }
}
