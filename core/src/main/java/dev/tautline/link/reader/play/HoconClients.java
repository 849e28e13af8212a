package dev.tautline.link.reader.play;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Data sources under names of a program's own, such as `database.jdbcURL` of a Ktor application: every text that is
/// a JDBC URL is one. What the program makes of it is unknown, so nothing is taken for a default.
final class HoconClients {
    /// Deeper than configuration is nested by people.
    private static final int MAX_DEPTH = 8;

    private final HoconTree tree;
    private final Application application;
    private final Running running;
    private final Collection<Problem> problems;
    private final List<Client> clients = new ArrayList<>();

    HoconClients(HoconTree tree, Application application, Running running, Collection<Problem> problems) {
        this.tree = tree;
        this.application = application;
        this.running = running;
        this.problems = problems;
    }

    List<Client> clients() {
        tree.roots().forEach(name -> visit(new String[] {name}));
        return clients;
    }

    private void visit(String[] path) {
        var text = tree.find(path).filter(written -> JdbcUrl.isJdbc(written.text()));
        text.ifPresent(written -> clients.add(client(path, written)));
        if (text.isEmpty() && path.length < MAX_DEPTH) {
            tree.names(path).forEach(name -> visit(HoconTree.below(path, name)));
        }
    }

    private Client client(String[] path, Written written) {
        var url = ReadUrl.of(written, problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        beside(path, "user", "username").ifPresent(settings::user);
        beside(path, "password", "pass").ifPresent(settings::password);
        settings.restIn(
                new Written("program", "in the program that reads this file", written.origin(), List.of("program")));
        return new Client(
                application, String.join(".", path), "", Pool.NONE, url.written(), url.parsed(), settings.build());
    }

    private Optional<Written> beside(String[] path, String... names) {
        return Stream.of(names)
                .flatMap(name -> {
                    var other = path.clone();
                    other[other.length - 1] = name;
                    return tree.find(other).stream();
                })
                .findFirst();
    }
}
