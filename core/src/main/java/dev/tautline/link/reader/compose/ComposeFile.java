package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One file of a Compose project. `variant` is what its name adds to `compose` or `docker-compose`: empty for
/// the file that Compose takes by default, `override` for the one that it lays over that, `prod` or the like
/// for one that somebody has to name.
record ComposeFile(SourceText source, String variant, YamlTree root) {
    private static final Pattern NAME = Pattern.compile(
            "(?:docker-)?(?:compose|stack)(?:[-._](?<after>.+))?\\.ya?ml|(?<before>[\\w-]+)[-._](?:docker-)?compose\\.ya?ml");

    static boolean isNamedSo(Path path) {
        return NAME.matcher(String.valueOf(path.getFileName())).matches();
    }

    static ComposeFile of(SourceText source, YamlTree root) {
        var name = NAME.matcher(source.name());
        var variant = name.matches()
                ? Optional.ofNullable(name.group("after"))
                        .or(() -> Optional.ofNullable(name.group("before")))
                        .orElse("")
                : "";
        return new ComposeFile(source, variant, root);
    }

    /// In the first version of the format, services stand at the top, and there is nothing else.
    static YamlTree inTodaysForm(YamlTree root) {
        var entries = root.entries();
        var areServices = !entries.isEmpty() && entries.values().stream().allMatch(ComposeFile::saysWhatItRuns);
        return areServices ? new YamlTree.Entries(Map.of("services", root), root.origin()) : root;
    }

    private static boolean saysWhatItRuns(YamlTree service) {
        return service.at("image").isPresent()
                || service.at("build").isPresent()
                || service.at("extends").isPresent();
    }

    Path folder() {
        return Optional.ofNullable(source.file().getParent()).orElse(Path.of(""));
    }

    boolean isBase() {
        return variant.isEmpty();
    }

    boolean isOverride() {
        return variant.equals("override");
    }

    /// Whether each service says what it runs, so that the file can do without another.
    boolean standsAlone() {
        var services = root.entries("services");
        return !services.isEmpty() && services.values().stream().allMatch(ComposeFile::saysWhatItRuns);
    }

    /// Whether it declares a service that `other` declares, too.
    boolean sharesServicesWith(ComposeFile other) {
        return root.entries("services").keySet().stream().anyMatch(other.root.entries("services")::containsKey);
    }
}
