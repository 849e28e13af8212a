package dev.tautline.link.reader;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Libraries;
import dev.tautline.link.Profile;
import dev.tautline.link.Stage;
import dev.tautline.link.Variable;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.settings.JdbcUrl;
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
        var all = variables.values().stream()
                .map(value -> Variable.of(value.key(), value))
                .toList();
        return variables.values().stream()
                .flatMap(value -> EnvironmentClients.url(value, problems).map(url -> client(value, url, all)).stream())
                .toList();
    }

    private Client client(Written value, JdbcUrl url, List<Variable> variables) {
        var variable = Variable.of(value.key(), value);
        var dialect = EnvironmentDialect.of(variable);
        var settings =
                new ClientSettings(Versions.UNKNOWN, Optional.of(url).filter(any -> JdbcUrl.isJdbc(value.text())));
        EnvironmentClients.readLibpq(url, settings);
        dialect.read(Optional.empty(), variables, settings);
        var program = Objects.toString(folder.getFileName(), "program");
        var unseen =
                new Written("program", "in the program that reads these variables", value.origin(), List.of("program"));
        return new Client(
                new Application(
                        program,
                        folder,
                        dialect.framework(),
                        Profile.PLAIN,
                        stage,
                        Libraries.UNKNOWN,
                        Optional.empty()),
                dialect.dataSource(variable),
                dialect.poolPrefix(),
                dialect.pool(),
                value,
                Optional.of(url),
                settings.restIn(unseen).build());
    }
}
