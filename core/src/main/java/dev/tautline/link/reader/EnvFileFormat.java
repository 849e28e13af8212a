package dev.tautline.link.reader;

import dev.tautline.link.reader.format.EnvFile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A `.env` file: the variables of the application in the same folder, when it is run there by hand. Compose
/// reads its own by itself.
final class EnvFileFormat implements Format {
    @Override
    public boolean mayBe(Path file) {
        return file.endsWith(".env");
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var variables = new LinkedHashMap<String, Written>();
        EnvFile.read(source)
                .forEach((name, value) ->
                        variables.put(name, Written.of(name, value.text().replace("$$", "$"), value.origin())));
        facts.variables(Optional.ofNullable(source.file().getParent()).orElse(Path.of("")), variables);
        return true;
    }
}
