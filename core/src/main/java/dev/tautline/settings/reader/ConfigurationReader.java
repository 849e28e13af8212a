package dev.tautline.settings.reader;

import dev.tautline.settings.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Libraries;
import dev.tautline.settings.Link;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Profile;
import dev.tautline.settings.Server;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads files, folders and JDBC URLs into one link. One instance reads once; it is not thread-safe.
///
/// ```
/// folder ─► FileTree ─► YamlDocuments / PropertiesDocuments ─► SpringApplication ─► DataSourceClients ─► Client
/// ```
public final class ConfigurationReader {
    private static final String POSTGRESQL_CONF = "postgresql.conf";

    private final Map<String, String> environment;
    private final Optional<Profile> onlyProfile;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final TextFiles texts = new TextFiles(problems);
    private final MavenFiles mavenFiles = new MavenFiles(problems);
    private final Map<Path, List<SpringFile>> applications = new LinkedHashMap<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final Set<String> profiles = new LinkedHashSet<>();
    private int filesRead;
    private int testFoldersSkipped;

    /// `environment` is what placeholders and overrides are resolved from; with `onlyProfile`, the files are read as
    /// with
    /// exactly these profiles, otherwise once plain and once for each profile that they name.
    public ConfigurationReader(Map<String, String> environment, Optional<Profile> onlyProfile) {
        this.environment = Map.copyOf(environment);
        this.onlyProfile = onlyProfile;
    }

    /// Reads everything. A path is a folder, which is searched, or a file, which is read whatever its name is.
    public Configuration read(Collection<Path> paths, Collection<String> urls) {
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                var tree = FileTree.walk(path, problems);
                testFoldersSkipped += tree.skippedTestFolders();
                tree.files().forEach(this::readFile);
            } else {
                readFile(path);
            }
        }
        applications.forEach((root, files) -> addClients(new SpringApplication(root, files, environment)));
        urls.forEach(this::readUrl);
        return new Configuration(
                new Link(clients, List.of(), servers), List.copyOf(problems), profiles, filesRead, testFoldersSkipped);
    }

    static boolean isConfiguration(Path file) {
        return SpringFile.isNamedSo(file) || isServer(file);
    }

    private static boolean isServer(Path file) {
        return file.getFileName().toString().equals(POSTGRESQL_CONF);
    }

    private void readFile(Path path) {
        texts.read(path).ifPresent(text -> {
            if (isServer(path)) {
                servers.add(PostgresConf.read(path, text));
                filesRead++;
            } else {
                readApplicationFile(path, text);
            }
        });
    }

    private void readApplicationFile(Path path, String text) {
        var isProperties = path.toString().endsWith(".properties");
        var content = isProperties ? new PropertiesDocuments(path).read(text) : new YamlDocuments(path).read(text);
        problems.addAll(content.problems());
        if (!content.documents().isEmpty() || content.problems().isEmpty()) {
            filesRead++;
            var file = SpringFile.of(path, content);
            applications.computeIfAbsent(file.root(), root -> new ArrayList<>()).add(file);
        }
    }

    private void addClients(SpringApplication application) {
        profiles.addAll(application.profileNames());
        var pom = mavenFiles.in(application.root());
        var build = new DataSourceClients.Build(
                pom.map(BuildVersions::of).orElse(Versions.UNKNOWN), new Libraries(pom.map(MavenFile::libraries)));
        for (var profile : onlyProfile.map(List::of).orElseGet(application::profiles)) {
            var properties = application.under(profile);
            var service = service(application.root(), properties);
            clients.addAll(new DataSourceClients(properties, profile, service, build, problems).find());
        }
    }

    private static String service(Path root, SpringProperties properties) {
        return properties
                .written("spring.application.name")
                .filter(Written::isResolved)
                .map(Written::text)
                .or(() -> Optional.ofNullable(root.toAbsolutePath().normalize().getFileName())
                        .map(Path::toString))
                .orElse("application");
    }

    private void readUrl(String url) {
        var origin = new Origin.Given("command line");
        var parsed = JdbcUrl.parse(url, origin);
        problems.addAll(parsed.problems());
        var none = new SpringProperties(Map.of(), Map.of());
        parsed.url()
                .ifPresent(found -> clients.add(new Client(
                        "command line",
                        found.toString(),
                        "",
                        Profile.PLAIN,
                        Pool.NONE,
                        Written.of("url", url, origin),
                        parsed.url(),
                        new ClientSettings(none, "", Versions.UNKNOWN)
                                .read(parsed.url())
                                .settings(),
                        Libraries.UNKNOWN,
                        Optional.empty())));
    }
}
