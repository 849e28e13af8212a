package dev.tautline.check;

import dev.tautline.link.Container;
import dev.tautline.link.Mount;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.settings.ComposeKeys;
import dev.tautline.settings.Setting;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a workload is given that no file here shows. Where there is such a thing, a value that looks wrong may
/// be overridden by it.
public final class Surroundings {
    private static final Pattern ELSEWHERE = Pattern.compile(
            "SPRING_(CONFIG_(LOCATION|ADDITIONALLOCATION|ADDITIONAL_LOCATION|IMPORT)|CLOUD_CONFIG_.*|APPLICATION_JSON)"
                    + "|QUARKUS_CONFIG_LOCATIONS|MICRONAUT_CONFIG_FILES");
    private static final Set<Mount.Kind> FILES = Set.of(Mount.Kind.HOST_FOLDER, Mount.Kind.STORED_VALUES);

    private Surroundings() {}

    /// The first thing that is not seen, in words; empty where everything is.
    public static Optional<String> unseen(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> unseen(container).stream())
                .findFirst();
    }

    private static Optional<String> unseen(Container container) {
        return envFile(container)
                .or(() -> container.environment().stream()
                        .filter(variable -> ELSEWHERE.matcher(variable.name()).matches())
                        .map(variable -> variable.name() + " adds configuration from elsewhere")
                        .findFirst())
                .or(() -> container.environment().stream()
                        .filter(Surroundings::standsForMany)
                        .map(Surroundings::told)
                        .findFirst())
                .or(() -> container.mounts().stream()
                        .filter(mount -> FILES.contains(mount.kind()) && !mount.isSeen())
                        .filter(mount ->
                                mount.path().contains("config") || mount.path().contains("application"))
                        .map(mount -> "configuration is mounted at " + mount.path())
                        .findFirst());
    }

    private static String told(Variable variable) {
        var from = variable.value().shown();
        return from.startsWith("${")
                ? "variables may come from " + from.substring(2, from.length() - 1) + ", and only Helm fills them in"
                : "variables come from " + from + ", which is not here";
    }

    /// All variables of a ConfigMap or a Secret, or those that a template adds.
    private static boolean standsForMany(Variable variable) {
        return !variable.value().isResolved()
                && (variable.name().equals(Variable.UNSEEN)
                        || variable.reference().stream()
                                .anyMatch(reference -> reference.key().isEmpty()));
    }

    /// The rest of what a template says is no file of variables.
    private static Optional<String> envFile(Container container) {
        return container.get(ComposeKeys.ENV_FILE) instanceof Setting.Unresolved<String> file && !file.isRest()
                ? Optional.of("the env_file " + file.text() + " is not here")
                : Optional.empty();
    }
}
