package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// One file of values. `environment` is what its name says, `prod` of `values-prod.yaml`; empty for the values
/// that hold in each environment.
record ValuesFile(String environment, YamlTree tree, SourceText source) {
    private static final Pattern NAME = Pattern.compile(
            "values(?:[-_.](?<after>[\\w.-]+))?\\.ya?ml|(?<before>[\\w.-]+)[-_.]values\\.ya?ml",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_FOLDER = Pattern.compile("(?<name>.+)\\.ya?ml", Pattern.CASE_INSENSITIVE);
    /// Names of values that are added to those of an environment, and make none.
    private static final Pattern NO_ENVIRONMENT =
            Pattern.compile("(?i)(?:.*[-_.])?(?:secrets?|common|base|default|defaults|global|schema|images?|values)");

    static boolean isFolder(Path folder) {
        return folder.endsWith("values");
    }

    static boolean isNamedSo(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches()
                || Optional.ofNullable(file.getParent())
                        .filter(ValuesFile::isFolder)
                        .isPresent();
    }

    static ValuesFile of(SourceText source, YamlTree tree) {
        return new ValuesFile(environmentOf(source.name()), tree, source);
    }

    private static String environmentOf(String fileName) {
        var name = NAME.matcher(fileName);
        if (name.matches()) {
            return Optional.ofNullable(name.group("after"))
                    .or(() -> Optional.ofNullable(name.group("before")))
                    .orElse("");
        }
        var inFolder = IN_FOLDER.matcher(fileName);
        return inFolder.matches() ? inFolder.group("name") : "";
    }

    /// The values that every release of the chart starts from.
    boolean isOfAll() {
        return environment.isEmpty();
    }

    boolean isEnvironment() {
        return !isOfAll() && !NO_ENVIRONMENT.matcher(environment).matches();
    }
}
