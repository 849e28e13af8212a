package dev.tautline.link.reader;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Libraries;
import dev.tautline.link.Profile;
import dev.tautline.link.Stage;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Clients that only a `.env` file shows: a program that is none of those read here takes its URLs from there. What
/// else the program says is unknown, so nothing is taken for a default.
final class EnvFileClients {
    private final Path folder;
    private final Stage stage;
    private final Collection<Problem> problems;

    EnvFileClients(Path folder, Stage stage, Collection<Problem> problems) {
        this.folder = folder;
        this.stage = stage;
        this.problems = problems;
    }

    /// One for each variable that holds a database's URL.
    List<Client> of(Map<String, Written> variables) {
        return variables.values().stream()
                .flatMap(value -> EnvironmentClients.url(value, problems).map(url -> client(value, url)).stream())
                .toList();
    }

    private Client client(Written value, JdbcUrl url) {
        var settings =
                new ClientSettings(Versions.UNKNOWN, Optional.of(url).filter(any -> JdbcUrl.isJdbc(value.text())));
        EnvironmentClients.readLibpq(url, settings);
        var program = Objects.toString(folder.getFileName(), "program");
        var unseen = new Written("program", "in the program that reads .env", value.origin(), List.of("program"));
        return new Client(
                new Application(
                        program, folder, Framework.NONE, Profile.PLAIN, stage, Libraries.UNKNOWN, Optional.empty()),
                value.key(),
                "",
                Pool.NONE,
                value,
                Optional.of(url),
                settings.restIn(unseen).build());
    }
}
