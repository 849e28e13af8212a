package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Vocabulary;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives the keys of an edit the form that they have where environment variables stand: in `.env`, in Compose, in
/// ConfigMaps and the `env` of containers.
final class VariableForm {
    private static final Pattern VARIABLE = Pattern.compile("(?:.*\\.)?(?<name>[A-Z][A-Z0-9_]*)");
    private static final Pattern ENTRY_OF_POD = Pattern.compile(".*\\benv\\[\\d+]\\.value");
    /// Properties inside such a variable stay as they are.
    private static final Pattern OF_OPTIONS = Pattern.compile(".*(?:OPTS|OPTIONS|JSON|ARGS)");
    /// Of these, dashes become underscores; Spring Boot takes them out (Quarkus guide "Configuration reference",
    /// MicroProfile's rules; Micronaut guide, "Property sources"; Spring Boot reference, "Binding From Environment
    /// Variables").
    private static final Pattern WITH_UNDERSCORES = Pattern.compile("(?:quarkus|micronaut|datasources)\\..*");

    private VariableForm() {}

    static Edit of(Edit edit) {
        return switch (edit) {
            case Edit.Add(var at, var key, var value) when isAmongVariables(at) -> new Edit.Add(at, named(key), value);
            case Edit.Replace(var at, var key, var value)
            when isAmongVariables(at) && !key.contains("=") -> new Edit.Replace(at, inVariable(at, key), value);
            case Edit.Remove(var at, var key) when isAmongVariables(at) -> new Edit.Remove(at, inVariable(at, key));
            case Edit.Rename(var at, var key, var name)
            when isAmongVariables(at) -> new Edit.Rename(at, inVariable(at, key), named(name));
            case Edit.Add add -> add;
            case Edit.Replace replace -> replace;
            case Edit.Remove remove -> remove;
            case Edit.Rename rename -> rename;
            case Edit.AddParameter add -> add;
            case Edit.Decide decide -> decide;
        };
    }

    private static boolean isAmongVariables(Origin at) {
        return at instanceof Origin.InFile place
                && (ENTRY_OF_POD.matcher(place.key()).matches() || own(at).isPresent());
    }

    /// The name of the variable at a place.
    private static Optional<String> own(Origin at) {
        if (!(at instanceof Origin.InFile place)) {
            return Optional.empty();
        }
        var variable = VARIABLE.matcher(place.key());
        return variable.matches() && !OF_OPTIONS.matcher(place.key()).matches()
                ? Optional.of(variable.group("name"))
                : Optional.empty();
    }

    /// What to call a key that stands at a place: the variable that it is the value of. A parameter of a URL that a
    /// variable holds keeps its name, for the variable is the whole URL.
    private static String inVariable(Origin at, String key) {
        return own(at).filter(
                        name -> key.contains(".") || Vocabulary.squash(name).contains(Vocabulary.squash(key)))
                .orElseGet(() -> named(key));
    }

    /// A name without a dot is the driver's or the server's, and no property of an application.
    private static String named(String key) {
        return key.contains(".")
                ? key.replace("-", WITH_UNDERSCORES.matcher(key).matches() ? "_" : "")
                        .replaceAll("[.\\[\\]]+", "_")
                        .toUpperCase(Locale.ROOT)
                : key;
    }
}
