package dev.tautline.link.reader.play;

import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// `application.conf` and its like: many programs have one, so only those that hold keys of Play or Slick, or
/// the URL of a database, are read. The parser's classes are loaded by the first of them.
public final class PlayFormat implements Format {
    private static final Pattern NAME = Pattern.compile("application(?:[._-].+)?\\.conf|prod(?:uction)?\\.conf");
    private static final Pattern KEY = Pattern.compile("(?m)^[ \\t{]*\"?(?:db|play|slick)\"?\\s*[.{=:]");

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return isPlay(source) || source.text().contains("jdbc:");
    }

    private static boolean isPlay(SourceText source) {
        return KEY.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var read = HoconFile.read(source, facts.problems());
        read.ifPresent(file -> facts.application(OneFile.of(
                source.file(), isPlay(source) ? Framework.PLAY : Framework.NONE, (application, running, problems) -> {
                    var tree = file.resolve(running.environment());
                    return isPlay(source)
                            ? new PlayDataSources(tree, application, running, problems).clients()
                            : new HoconClients(tree, application, running, problems).clients();
                })));
        return read.isPresent();
    }
}
