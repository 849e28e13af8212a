package dev.tautline.link.reader;

import dev.tautline.link.Container;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Facts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the workloads that run an application: by the folder that their image is built from, or by name.
/// Both are indexed, so that the cost of a repository grows with its size and not with the square of it.
final class WorkloadsOfApplications {
    /// What applications call the variables for their database.
    private static final Pattern DATABASE = Pattern.compile(
            "(?:.*_)?(?:DB|DATABASE|DATASOURCE|JDBC|R2DBC|HIKARI|POSTGRES|POSTGRESQL|MYSQL|MARIADB)(?:_.*)?"
                    + "|PG(?:HOST|PORT|DATABASE|USER|PASSWORD)");

    private final Facts facts;
    private final Map<Path, List<Workload>> found = new HashMap<>();
    private final List<Workload> workloads;
    /// Positions in `workloads`.
    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final Map<Path, List<Integer>> byHome = new HashMap<>();

    WorkloadsOfApplications(Facts facts) {
        this.facts = facts;
        this.workloads = facts.workloads();
        IntStream.range(0, workloads.size()).forEach(this::index);
    }

    private void index(int position) {
        var workload = workloads.get(position);
        for (var container : workload.containers()) {
            put(byName, container.name(), position);
            container.imageName().ifPresent(image -> put(byName, image, position));
            home(container)
                    .ifPresentOrElse(home -> put(byHome, home, position), () -> put(byName, workload.name(), position));
        }
    }

    private static <K> void put(Map<K, List<Integer>> index, K key, int position) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(position);
    }

    List<Workload> of(ApplicationFiles application) {
        return found.computeIfAbsent(application.home(), home -> find(application));
    }

    private List<Workload> find(ApplicationFiles application) {
        var running = new TreeSet<>(
                byHome.getOrDefault(application.home().toAbsolutePath().normalize(), List.of()));
        application.names().forEach(name -> running.addAll(byName.getOrDefault(name, List.of())));
        if (running.isEmpty()) {
            return facts.applications().size() == 1 ? theOnlyService() : List.of();
        }
        return running.stream().map(workloads::get).toList();
    }

    /// Where there is one application and one service, whatever the two are called, the one runs the other;
    /// each overlay may have its own, and a chart may call it otherwise than Compose.
    private List<Workload> theOnlyService() {
        var services = workloads.stream()
                .filter(workload -> !workload.isJob()
                        && workload.containers().size() == 1
                        && DatabaseImage.of(workload).isEmpty())
                .toList();
        var isOnly = services.stream()
                .collect(Collectors.groupingBy(
                        Workload::isInCluster, Collectors.mapping(Workload::name, Collectors.toSet())))
                .values()
                .stream()
                .allMatch(names -> names.size() == 1);
        return isOnly && services.stream().allMatch(WorkloadsOfApplications::isGivenADatabase) ? services : List.of();
    }

    private static boolean isGivenADatabase(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> container.environment().stream())
                .anyMatch(variable -> DATABASE.matcher(variable.name()).matches());
    }

    /// The folder that the image is built from.
    private static Optional<Path> home(Container container) {
        return container
                .build()
                .map(folder -> folderOf(container).resolve(folder).normalize());
    }

    private static Path folderOf(Container container) {
        return container
                .origin()
                .place()
                .map(place -> place.file().toAbsolutePath().normalize())
                .flatMap(file -> Optional.ofNullable(file.getParent()))
                .orElse(Path.of("").toAbsolutePath());
    }
}
