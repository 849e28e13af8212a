package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads HAProxy's files. Only what leads to databases becomes a hop.
public final class HaproxyFormat implements Format {
    private static final Pattern HEAD = Pattern.compile("(?m)^[ \\t]*(listen|frontend|backend)[ \\t]+\\S");
    private static final Pattern NAME = Pattern.compile(".*\\.cfg|.*haproxy.*\\.(conf|cfg[.-].*)");

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return HEAD.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        new HaproxyHops(new HaproxyFile(source)).all().forEach(facts::hop);
        return true;
    }
}
