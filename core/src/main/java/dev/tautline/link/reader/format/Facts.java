package dev.tautline.link.reader.format;

import dev.tautline.link.CertificateFile;
import dev.tautline.link.Client;
import dev.tautline.link.Container;
import dev.tautline.link.Hop;
import dev.tautline.link.NetworkPolicy;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Server;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Workload;
import dev.tautline.link.WrittenPassword;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What the files said so far, before it is put together. Not thread-safe.
public final class Facts {
    private final List<ApplicationFiles> applications = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<Hop> hops = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<PublishedName> names = new ArrayList<>();
    private final List<StoredValues> stored = new ArrayList<>();
    private final List<NetworkPolicy> policies = new ArrayList<>();
    private final List<WrittenPassword> passwords = new ArrayList<>();
    private final List<CertificateFile> certificates = new ArrayList<>();
    private final Map<Path, Map<String, Written>> variables = new LinkedHashMap<>();
    private final Map<Path, Map<String, Written>> environmentFiles = new LinkedHashMap<>();
    private final Map<Path, Container> images = new LinkedHashMap<>();
    private final Map<Workload.Key, List<MountedFile>> mounted = new HashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Deque<SourceText> embedded = new ArrayDeque<>();

    /// An application whose clients depend on what runs it.
    public void application(ApplicationFiles application) {
        applications.add(application);
    }

    /// A client that is complete as it stands.
    public void client(Client client) {
        clients.add(client);
    }

    public void hop(Hop hop) {
        hops.add(hop);
    }

    public void server(Server server) {
        servers.add(server);
    }

    public void workload(Workload workload) {
        workloads.add(workload);
    }

    public void name(PublishedName name) {
        names.add(name);
    }

    public void stored(StoredValues values) {
        stored.add(values);
    }

    public void policy(NetworkPolicy policy) {
        policies.add(policy);
    }

    public void password(WrittenPassword password) {
        passwords.add(password);
    }

    /// Files that the platform mounts into a workload.
    public void mounted(Workload workload, List<MountedFile> files) {
        mounted.put(workload.key(), List.copyOf(files));
    }

    public void certificate(CertificateFile file) {
        certificates.add(file);
    }

    /// A text inside another file; it is read next, as a file of its name would be.
    public void embedded(SourceText source) {
        embedded.add(source);
    }

    /// The next embedded text that is not read yet.
    public Optional<SourceText> nextEmbedded() {
        return Optional.ofNullable(embedded.poll());
    }

    /// Variables for what is run by hand in a folder.
    public void variables(Path folder, Map<String, Written> values) {
        variables.put(folder.toAbsolutePath().normalize(), Map.copyOf(values));
    }

    /// Variables of a file for some program, wherever that runs.
    public void environmentFile(Path file, Map<String, Written> values) {
        environmentFiles.put(file, Map.copyOf(values));
    }

    /// What the image that is built in a folder gives each container of it.
    public void image(Path folder, Container image) {
        images.put(folder.toAbsolutePath().normalize(), image);
    }

    public void problem(Problem problem) {
        problems.add(problem);
    }

    /// Replaces every hop by what `change` makes of it.
    public void changeHops(UnaryOperator<Hop> change) {
        hops.replaceAll(change);
    }

    /// Replaces every server by what `change` makes of it.
    public void changeServers(UnaryOperator<Server> change) {
        servers.replaceAll(change);
    }

    /// Takes back the servers that turned out to be part of others.
    public void removeServers(Predicate<Server> isPart) {
        servers.removeIf(isPart);
    }

    /// Replaces every workload by what `change` makes of it.
    public void changeWorkloads(UnaryOperator<Workload> change) {
        workloads.replaceAll(change);
    }

    public List<ApplicationFiles> applications() {
        return List.copyOf(applications);
    }

    public List<Client> clients() {
        return List.copyOf(clients);
    }

    public List<Hop> hops() {
        return List.copyOf(hops);
    }

    public List<Server> servers() {
        return List.copyOf(servers);
    }

    public List<Workload> workloads() {
        return List.copyOf(workloads);
    }

    public List<PublishedName> names() {
        return List.copyOf(names);
    }

    public List<StoredValues> stored() {
        return List.copyOf(stored);
    }

    public List<NetworkPolicy> policies() {
        return List.copyOf(policies);
    }

    public List<WrittenPassword> passwords() {
        return List.copyOf(passwords);
    }

    /// The files that are mounted into a workload, as far as their text is known.
    public List<MountedFile> mountedInto(Workload workload) {
        return mounted.getOrDefault(workload.key(), List.of());
    }

    public List<CertificateFile> certificates() {
        return List.copyOf(certificates);
    }

    /// The variables for what is run by hand, by folder.
    public Map<Path, Map<String, Written>> variablesByFolder() {
        return Collections.unmodifiableMap(variables);
    }

    /// The variables for what is run by hand in a folder; none where nothing says any.
    public Map<String, Written> variablesIn(Path folder) {
        return variables.getOrDefault(folder.toAbsolutePath().normalize(), Map.of());
    }

    /// Variables for programs, by file.
    public Map<Path, Map<String, Written>> environmentFiles() {
        return Collections.unmodifiableMap(environmentFiles);
    }

    /// What the image that is built in a folder gives each container of it.
    public Optional<Container> imageOf(Path folder) {
        return Optional.ofNullable(images.get(folder.toAbsolutePath().normalize()));
    }

    /// What images give, by the folder that they are built in.
    public Map<Path, Container> images() {
        return Collections.unmodifiableMap(images);
    }

    /// Each problem once, in the order found; the collection may be added to.
    public Collection<Problem> problems() {
        return problems;
    }
}
