package dev.tautline.link.reader;

import dev.tautline.link.reader.format.EnvFile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// A `.env` file: the variables of the application in the same folder, when it is run there by hand. Compose
/// reads its own by itself. `prod.env` and `.env.production` are for some program, wherever it runs; those with which
/// people begin, such as `.env.example`, are for none.
final class EnvFileFormat implements Format {
    private static final Pattern NAMED = Pattern.compile("[\\w.-]+\\.env|\\.env\\.[\\w.-]+");
    private static final Pattern PATTERN =
            Pattern.compile("(?i).*\\b(?:example|sample|template|tpl|dist|defaults?|tmpl)\\b.*");

    @Override
    public boolean mayBe(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.equals(".env")
                || (NAMED.matcher(name).matches() && !PATTERN.matcher(name).matches());
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var variables = new LinkedHashMap<String, Written>();
        EnvFile.read(source)
                .forEach((name, value) ->
                        variables.put(name, Written.of(name, value.text().replace("$$", "$"), value.origin())));
        if (source.file().endsWith(".env")) {
            facts.variables(Optional.ofNullable(source.file().getParent()).orElse(Path.of("")), variables);
        } else {
            facts.environmentFile(source.file(), variables);
        }
        return true;
    }
}
