package dev.tautline.link.reader;

import dev.tautline.link.Certificates;
import dev.tautline.link.Client;
import dev.tautline.link.Container;
import dev.tautline.link.Libraries;
import dev.tautline.link.Link;
import dev.tautline.link.Platform;
import dev.tautline.link.Profile;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.build.Builds;
import dev.tautline.link.reader.format.ApplicationFiles;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.MountedConfiguration;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.image.DatabaseWorkloads;
import dev.tautline.link.reader.spring.UrlClient;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts what all files said together: each application is read as each workload that runs it, and names lead
/// to hops and servers.
final class Assembly {
    private final Facts facts;
    private final Environment environment;
    private final Optional<Profile> onlyProfile;
    private final Places places;
    private final Builds builds;
    private final WorkloadsOfApplications workloads;
    private final MountedConfigurations mounted;
    private final List<Client> clients = new ArrayList<>();
    private final Set<String> profiles = new LinkedHashSet<>();

    Assembly(
            Facts facts,
            Builds builds,
            Environment environment,
            Optional<Profile> onlyProfile,
            Collection<Path> roots) {
        this.facts = facts;
        this.environment = environment;
        this.onlyProfile = onlyProfile;
        this.places = new Places(roots);
        this.builds = builds;
        facts.changeWorkloads(
                workload -> withSeenMounts(workload.at(places.stageOf(workload.origin(), workload.stage()))));
        DatabaseWorkloads.addTo(facts);
        this.mounted = new MountedConfigurations(facts);
        this.workloads = new WorkloadsOfApplications(facts);
        facts.applications().forEach(this::addClients);
        clients.addAll(facts.clients());
        addClientsOfEnvironments();
        addClientsOfEnvFiles();
    }

    /// What is mounted and was read is no unknown any more.
    private Workload withSeenMounts(Workload workload) {
        var files = facts.mountedInto(workload);
        return files.isEmpty()
                ? workload
                : workload.running(workload.containers().stream()
                        .map(container -> container.mounting(container.mounts().stream()
                                .map(mount -> files.stream().anyMatch(file -> mount.holds(file.path()))
                                        ? mount.seen()
                                        : mount)
                                .toList()))
                        .toList());
    }

    void addUrl(String url) {
        UrlClient.typed(url, facts.problems()).ifPresent(clients::add);
    }

    Configuration configuration(int filesRead, int testFoldersSkipped, Instant readAt) {
        var platform =
                new Platform(facts.workloads(), facts.names(), facts.stored(), facts.policies(), facts.passwords());
        var names = new NamesOfWorkloads(platform, places);
        var hops = facts.hops().stream().map(names::complete).toList();
        var servers = facts.servers().stream().map(names::complete).toList();
        return new Configuration(
                new Link(clients, hops, servers, platform, new Certificates(facts.certificates(), readAt)),
                List.copyOf(facts.problems()),
                profiles,
                filesRead,
                testFoldersSkipped);
    }

    private void addClients(ApplicationFiles application) {
        profiles.addAll(application.profileNames());
        var covered = new LinkedHashSet<String>();
        for (var workload : workloads.of(application)) {
            var found = clients(application, workload);
            found.forEach(client -> covered.addAll(client.profile().names()));
            clients.addAll(found);
        }
        var image = facts.imageOf(application.home());
        var options = image.map(LaunchOptions::of);
        var byHand = environment.over(facts.variablesIn(application.home())).over(variables(image));
        remaining(application, covered)
                .forEach(profile -> application
                        .clients(running(application, byHand, Optional.of(profile), Optional.empty()), facts.problems())
                        .forEach(client ->
                                clients.add(options.map(launched -> client.with(launched.with(client.settings())))
                                        .orElse(client))));
    }

    /// What an image gives its containers, and over it what its command line says.
    private static Map<String, Written> variables(Optional<Container> image) {
        var variables = new LinkedHashMap<String, Written>();
        image.ifPresent(built -> {
            built.environment().forEach(variable -> variables.put(variable.name(), variable.value()));
            variables.putAll(LaunchOptions.of(built).asVariables());
        });
        return variables;
    }

    private List<Client> clients(ApplicationFiles application, Workload workload) {
        var options = LaunchOptions.of(workload);
        var values = environment.of(workload, options.asVariables(), options.arguments());
        var running = running(application, values, onlyProfile, Optional.of(workload));
        return application.clients(running, facts.problems()).stream()
                .map(client -> client.with(options.with(client.settings())))
                .toList();
    }

    /// Workloads that run none of the applications read here.
    private void addClientsOfEnvironments() {
        var hops = facts.hops().stream().flatMap(hop -> hop.workload().stream()).toList();
        var claimed =
                clients.stream().flatMap(client -> client.workload().stream()).toList();
        facts.workloads().stream()
                .filter(workload -> claimed.stream().noneMatch(workload::isSameAs))
                .forEach(workload -> {
                    var found = clientsOfMounted(workload);
                    clients.addAll(found.isEmpty() ? EnvironmentClients.of(workload, hops, facts.problems()) : found);
                });
    }

    /// Programs that are none of those read here. What a `.env` file fills in for others has its client already.
    private void addClientsOfEnvFiles() {
        var homes = facts.applications().stream()
                .map(application -> application.home().toAbsolutePath().normalize())
                .toList();
        var told = clients.stream().map(client -> client.urlText().origin()).toList();
        var found = new ArrayList<Client>();
        facts.variablesByFolder().forEach((folder, variables) -> {
            if (!homes.contains(folder)) {
                found.addAll(new EnvFileClients(folder, places.stageOf(folder), facts.problems()).of(variables));
            }
        });
        facts.images().forEach((folder, image) -> {
            if (!homes.contains(folder)) {
                new EnvFileClients(folder, places.stageOf(folder), facts.problems())
                        .of(variables(Optional.of(image))).stream()
                                .map(client ->
                                        client.with(LaunchOptions.of(image).with(client.settings())))
                                .forEach(found::add);
            }
        });
        facts.environmentFiles().forEach((file, variables) -> {
            var folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                    .orElse(Path.of(""));
            found.addAll(new EnvFileClients(folder, places.stageOf(file), facts.problems()).of(variables));
        });
        found.stream()
                .filter(client -> !told.contains(client.urlText().origin()))
                .forEach(clients::add);
    }

    /// Where only what is mounted is here, and not the application that reads it: what its image holds is
    /// unknown, so nothing is taken for a default.
    private List<Client> clientsOfMounted(Workload workload) {
        var options = LaunchOptions.of(workload);
        var values = environment.of(workload, options.asVariables(), options.arguments());
        var files = mounted.of(workload, values).files();
        if (files.isEmpty()) {
            return List.of();
        }
        var home = workload.origin()
                .place()
                .map(place -> place.file().resolveSibling(workload.name()))
                .orElse(Path.of(workload.name()));
        var application = FrameworkClues.application(home, files, Libraries.UNKNOWN);
        var image = EnvironmentClients.unseen(workload.containers().getFirst());
        return clients(application, workload).stream()
                .map(client -> client.knownExcept(image))
                .toList();
    }

    /// The profiles that no workload runs. The plain configuration is one of them only where no workload is
    /// known: what deployment files add to it is not a guess.
    private List<Profile> remaining(ApplicationFiles application, Set<String> covered) {
        if (onlyProfile.isPresent()) {
            return workloads.of(application).isEmpty() ? List.of(onlyProfile.get()) : List.of();
        }
        var isRun = !workloads.of(application).isEmpty();
        return application.profiles().stream()
                .filter(profile -> profile.names().isEmpty() ? !isRun : !covered.containsAll(profile.names()))
                .toList();
    }

    private Running running(
            ApplicationFiles application, Environment values, Optional<Profile> profile, Optional<Workload> workload) {
        var build = builds.in(application.home());
        var stage = workload.map(Workload::stage).orElseGet(() -> places.stageOf(application.home()));
        return new Running(
                values,
                profile.orElse(Profile.PLAIN),
                stage,
                workload,
                build.versions(),
                build.libraries(),
                workload.map(runs -> mounted.of(runs, values)).orElse(MountedConfiguration.NONE));
    }
}
