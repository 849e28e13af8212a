package dev.tautline.dashboard.access;

import dev.tautline.config.YamlMap;
import dev.tautline.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the section `dashboard` of `taut.yaml`.
public final class DashboardSection {
    private static final Set<String> KEYS =
            new TreeSet<>(List.of("address", "findings", "names", "plain-http", "port", "tls", "tokens", "users"));
    private static final Set<String> TLS =
            new TreeSet<>(List.of("certificate", "key", "keystore", "keystore-password-env"));
    private static final Set<String> USER =
            new TreeSet<>(List.of("name", "password-hash", "password-hash-env", "role"));
    private static final Set<String> TOKEN = new TreeSet<>(List.of("name", "scopes", "sha256", "token-env"));
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();
    private static final List<String> SCOPES =
            Arrays.stream(Scope.values()).map(Scope::word).toList();

    private final Path file;
    private final Map<String, String> environment;

    private DashboardSection(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /// @param file the `taut.yaml`: paths in it are below its folder
    public static DashboardConfig read(YamlMap root, Path file, Map<String, String> environment) {
        return root.map("dashboard", KEYS)
                .map(new DashboardSection(file, environment)::config)
                .orElse(DashboardConfig.DEFAULT);
    }

    private DashboardConfig config(YamlMap map) {
        var config = new DashboardConfig(
                map.text("address").orElse(DashboardConfig.LOOPBACK),
                map.port("port", DashboardConfig.PORT),
                Set.copyOf(words(map, "names")),
                map.map("tls", TLS).flatMap(this::tls),
                accounts(map),
                map.text("findings").map(path -> existing(map, "findings", path)));
        boolean plain = map.word("plain-http", List.of("allowed")).isPresent();
        if (!config.onLoopback()) {
            mayBeReached(map, config, plain);
        }
        return config;
    }

    /// Whoever can be reached from elsewhere needs to know who asks, and to be the only one who hears it.
    private static void mayBeReached(YamlMap map, DashboardConfig config, boolean plain) {
        var where = "'address' is '" + config.address() + "', which others can reach: ";
        if (config.open()) {
            map.problem("address", where + "'users' or 'tokens' are needed, so that not everybody gets in");
        }
        if (config.tls().isEmpty() && !plain) {
            map.problem(
                    "address",
                    where + "'tls' is needed, so that nobody reads along; 'plain-http: allowed' when a proxy in front"
                            + " has it");
        }
    }

    private Optional<DashboardTls> tls(YamlMap map) {
        var keystore = map.text("keystore");
        var certificate = map.text("certificate");
        var key = map.text("key");
        if (keystore.isPresent() && certificate.isEmpty() && key.isEmpty()) {
            return Optional.of(new DashboardTls.Keystore(
                    existing(map, "keystore", keystore.get()),
                    secret(map, "keystore-password-env").orElse(null)));
        }
        if (keystore.isEmpty() && certificate.isPresent() && key.isPresent()) {
            return Optional.of(new DashboardTls.Pem(
                    existing(map, "certificate", certificate.get()), existing(map, "key", key.get())));
        }
        map.problem("certificate", "'certificate' and 'key', or 'keystore', are expected");
        return Optional.empty();
    }

    private List<Account> accounts(YamlMap map) {
        var accounts = new ArrayList<Account>();
        map.list("users", USER).forEach(user -> accounts.add(user(user)));
        map.list("tokens", TOKEN).forEach(token -> accounts.add(token(token)));
        var names = new HashSet<String>();
        for (var account : accounts) {
            if (!account.name().isEmpty() && !names.add(account.name())) {
                map.problem("users", "'" + account.name() + "' is there twice; each user and token has its own name");
            }
        }
        return accounts;
    }

    private Account user(YamlMap map) {
        var hash = map.text("password-hash")
                .or(() -> secret(map, "password-hash-env").map(Secret::reveal));
        if (hash.isEmpty() && !map.has("password-hash") && !map.has("password-hash-env")) {
            map.problem(
                    "password-hash",
                    "'password-hash' or 'password-hash-env' is missing; `taut password-hash` makes one");
        } else if (hash.isPresent() && !Passwords.usable(hash.get())) {
            map.problem(
                    map.has("password-hash") ? "password-hash" : "password-hash-env",
                    "no hash of argon2id ('$argon2id$v=19$…'); `taut password-hash` makes one");
        }
        var role = map.word("role", ROLES);
        if (role.isEmpty() && !map.has("role")) {
            map.problem("role", "'role' is missing, allowed: " + String.join(", ", ROLES));
        }
        var scopes = role.map(
                        word -> Role.valueOf(word.toUpperCase(Locale.ROOT)).scopes())
                .orElse(EnumSet.of(Scope.READ));
        return new Account.User(map.required("name"), scopes, Secret.of(hash.orElse("")));
    }

    private Account token(YamlMap map) {
        var hash = map.text("sha256")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .or(() -> secret(map, "token-env").map(token -> Hashes.sha256(token.reveal())));
        if (hash.isEmpty() && !map.has("sha256") && !map.has("token-env")) {
            map.problem("sha256", "'token-env' or 'sha256' is missing");
        } else if (hash.isPresent() && !hash.get().matches("[0-9a-f]{64}")) {
            map.problem("sha256", "64 hexadecimal digits are expected: what `printf %s TOKEN | sha256sum` prints");
        }
        return new Account.Token(map.required("name"), scopes(map), hash.orElse(""));
    }

    private static Set<Scope> scopes(YamlMap map) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : words(map, "scopes")) {
            if (SCOPES.contains(word)) {
                scopes.add(Scope.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                map.problem("scopes", "'" + word + "' is no scope, allowed: " + String.join(", ", SCOPES));
            }
        }
        if (scopes.isEmpty() && !map.has("scopes")) {
            map.problem("scopes", "'scopes' is missing, allowed: " + String.join(", ", SCOPES));
        }
        return scopes;
    }

    private static List<String> words(YamlMap map, String key) {
        return map.text(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Optional<Secret> secret(YamlMap map, String key) {
        return map.text(key).flatMap(variable -> {
            var value = environment.get(variable);
            if (value == null || value.isEmpty()) {
                map.problem(key, "the environment variable " + variable + " is not set");
                return Optional.empty();
            }
            return Optional.of(Secret.of(value));
        });
    }

    private Path existing(YamlMap map, String key, String path) {
        var found = file.resolveSibling("").resolve(path).normalize();
        if (!Files.exists(found)) {
            map.problem(key, "there is no file or folder " + found);
        }
        return found;
    }
}
