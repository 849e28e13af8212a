package dev.tautline.link.reader.proxy;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.proxy.LibConfig.Node;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Product;
import dev.tautline.settings.ProxySqlKeys;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads ProxySQL's file. What it says about MySQL becomes one hop, what it says about PostgreSQL another.
public final class ProxySqlFormat implements Format {
    private static final Pattern HEAD =
            Pattern.compile("(?m)^[ \\t]*(mysql_servers|pgsql_servers|mysql_variables|pgsql_variables)\\s*[=:]");
    private static final String LOCKING_READ = "SELECT id FROM orders WHERE id = ? FOR UPDATE";
    private static final Pattern NAME = Pattern.compile(".*\\.(cnf|cfg)|.*proxysql.*\\.(conf|cnf|cfg)([.-].*)?");

    private static final Pattern HASH = Pattern.compile("\\*[0-9A-Fa-f]{40}|\\$A\\$|SCRAM-SHA-256\\$|md5[0-9a-f]{32}");

    /// What differs between the two protocols that ProxySQL speaks; the ports are those of its manual.
    private enum Side {
        MYSQL("mysql", 6033, 3306),
        PGSQL("pgsql", 6133, 5432);

        private final String word;
        private final int listens;
        private final int serverPort;

        Side(String word, int listens, int serverPort) {
            this.word = word;
            this.listens = listens;
            this.serverPort = serverPort;
        }
    }

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return HEAD.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var file = LibConfig.read(source, facts.problems());
        for (var side : Side.values()) {
            if (file.find(side.word + "_servers").isPresent()
                    || file.find(side.word + "_variables").isPresent()) {
                facts.hop(hop(source, file, side));
            }
        }
        return true;
    }

    private static Hop hop(SourceText source, Node.Members file, Side side) {
        return new Hop(
                side == Side.MYSQL ? "proxysql" : "proxysql-" + side.word,
                Hop.Kind.POOLER,
                Product.PROXYSQL,
                Set.of(),
                ports(file, side),
                targets(file, side),
                settings(file, side),
                Optional.empty(),
                Stage.UNKNOWN,
                source.place(1, 1, ""));
    }

    private static Set<Integer> ports(Node.Members file, Side side) {
        var written = file.scalars(side.word + "_variables").stream()
                .filter(value -> value.key().equals("interfaces"))
                .findFirst();
        if (written.isEmpty()) {
            return Set.of(side.listens);
        }
        var ports = new LinkedHashSet<Integer>();
        for (var one : written.get().text().split(";", -1)) {
            Addresses.parse(one.strip(), 0, written.get().origin())
                    .map(HostPort::port)
                    .filter(port -> port != 0)
                    .ifPresent(ports::add);
        }
        return ports;
    }

    /// Every server may answer every database: which one does, is for its rules to say.
    private static List<HopTarget> targets(Node.Members file, Side side) {
        return file.groups(side.word + "_servers").stream()
                .flatMap(server -> server.scalar("address").or(() -> server.scalar("hostname")).stream()
                        .map(host -> target(server, host, side)))
                .toList();
    }

    private static HopTarget target(Node.Members server, Written host, Side side) {
        var port = server.scalar("port").map(Addresses::port).orElse(side.serverPort);
        var settings = Settings.builder(Versions.UNKNOWN);
        server.scalars().forEach(value -> put(settings, "mysql_servers." + value.key(), value));
        return new HopTarget(
                "*", Optional.of(new HostPort(host.text(), port, host.origin())), settings.build(), host.origin());
    }

    private static Settings settings(Node.Members file, Side side) {
        var settings = Settings.builder(Versions.UNKNOWN);
        file.scalars("admin_variables").forEach(value -> put(settings, "admin-" + value.key(), value));
        file.scalars(side.word + "_variables").forEach(value -> put(settings, side.word + "-" + value.key(), value));
        for (var name : List.of("replication", "group_replication", "galera", "aws_aurora")) {
            var list = side.word + "_" + name + "_hostgroups";
            file.groups(list).stream()
                    .flatMap(group -> group.scalar("writer_hostgroup").stream())
                    .findFirst()
                    .ifPresent(writer -> settings.put(ProxySqlKeys.WRITER_HOSTGROUP, writer));
        }
        new QueryRules(file.groups(side.word + "_query_rules"))
                .destination(LOCKING_READ)
                .ifPresent(hostgroup -> settings.put(ProxySqlKeys.LOCKING_READ_HOSTGROUP, hostgroup));
        file.groups(side.word + "_users").stream()
                .flatMap(user -> user.scalar("default_hostgroup").stream())
                .findFirst()
                .ifPresent(hostgroup -> settings.put(ProxySqlKeys.MYSQL_USERS_DEFAULT_HOSTGROUP, hostgroup));
        file.groups(side.word + "_users").stream()
                .flatMap(user -> user.scalar("password").stream())
                .filter(password -> password.isResolved() && !password.text().isBlank() && !isHashed(password.text()))
                .findFirst()
                .ifPresent(password -> settings.put(ProxySqlKeys.MYSQL_USERS_PASSWORD, password));
        return settings.build();
    }

    /// `mysql_native_password`'s and `caching_sha2_password`'s forms, and PostgreSQL's.
    private static boolean isHashed(String password) {
        return HASH.matcher(password).lookingAt();
    }

    private static void put(Settings.Builder settings, String name, Written value) {
        ProxySqlKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, value));
    }
}
