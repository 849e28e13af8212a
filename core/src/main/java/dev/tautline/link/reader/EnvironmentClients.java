package dev.tautline.link.reader;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Container;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Framework;
import dev.tautline.link.Libraries;
import dev.tautline.link.Profile;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.LibpqKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.UrlParameter;
import dev.tautline.settings.UrlScheme;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Clients that only a deployment file shows: a workload whose variables hold the URL of a database, or its
/// host, port and name. What else its image holds is unknown, so nothing is taken for a default.
final class EnvironmentClients {
    private final Workload workload;
    private final Container container;
    private final List<Variable> variables;
    private final Collection<Problem> problems;

    private EnvironmentClients(Workload workload, Container container, Collection<Problem> problems) {
        this.workload = workload;
        this.container = container;
        this.variables = variables(container);
        this.problems = problems;
    }

    /// None of a database's own containers, nor of a pooler's.
    static List<Client> of(Workload workload, Collection<Workload> hops, Collection<Problem> problems) {
        if (hops.stream().anyMatch(workload::isSameAs)) {
            return List.of();
        }
        return workload.containers().stream()
                .filter(container -> DatabaseImage.of(container).isEmpty())
                .flatMap(container -> new EnvironmentClients(workload, container, problems).find().stream())
                .toList();
    }

    /// The environment, and over it what the command line says under the names that variables would have.
    private static List<Variable> variables(Container container) {
        var launched = LaunchOptions.of(container).asVariables();
        return Stream.concat(
                        container.environment().stream().filter(variable -> !launched.containsKey(variable.name())),
                        launched.entrySet().stream().map(option -> Variable.of(option.getKey(), option.getValue())))
                .toList();
    }

    private List<Client> find() {
        var clients = new ArrayList<Client>();
        for (var variable : variables) {
            url(variable.value(), problems).ifPresent(url -> clients.add(client(variable, url)));
        }
        if (clients.isEmpty()) {
            AddressVariables.of(container).forEach(found -> clients.add(client(found.host(), found.url())));
        }
        return clients;
    }

    /// The URL of a database that a value is, if it is one.
    static Optional<JdbcUrl> url(Written value, Collection<Problem> problems) {
        if (!JdbcUrl.isJdbc(value.text()) && !JdbcUrl.isLibpq(value.text())) {
            return JdbcUrl.ofConnInfo(value);
        }
        var parsed = JdbcUrl.isJdbc(value.text())
                ? JdbcUrl.parse(value.text(), value.origin())
                : JdbcUrl.parseLibpq(value.text(), value.origin());
        problems.addAll(parsed.problems());
        return parsed.url().filter(url -> !url.hosts().isEmpty());
    }

    private Client client(Variable variable, JdbcUrl url) {
        var dialect = EnvironmentDialect.of(variable);
        return new Client(
                application(dialect.framework()),
                dialect.dataSource(variable),
                dialect.poolPrefix(),
                dialect.pool(),
                variable.value(),
                Optional.of(url),
                settings(url, JdbcUrl.isJdbc(variable.value().text()), dialect));
    }

    private Application application(Framework framework) {
        var home = container
                .origin()
                .place()
                .map(Origin.InFile::file)
                .flatMap(file -> Optional.ofNullable(file.getParent()))
                .orElse(Path.of(""));
        return new Application(
                workload.name(),
                home,
                framework,
                Profile.PLAIN,
                workload.stage(),
                Libraries.UNKNOWN,
                Optional.of(workload));
    }

    private Settings settings(JdbcUrl url, boolean isJdbc, EnvironmentDialect dialect) {
        var settings = new ClientSettings(Versions.UNKNOWN, Optional.of(url).filter(any -> isJdbc));
        readLibpq(url, settings);
        dialect.read(container.image(), variables, settings);
        return LaunchOptions.of(container)
                .with(settings.restIn(unseen(container)).build());
    }

    /// Most drivers other than JDBC's take libpq's names. `no-verify` is a mode of Node's driver alone.
    static void readLibpq(JdbcUrl url, ClientSettings settings) {
        if (url.scheme().form() == UrlScheme.Form.LIBPQ && url.isPostgres()) {
            url.parameters().stream()
                    .filter(parameter -> !parameter.value().equals("no-verify"))
                    .forEach(parameter -> readLibpq(parameter, settings));
        }
    }

    private static void readLibpq(UrlParameter parameter, ClientSettings settings) {
        var key = parameter.name().equals(PgjdbcKeys.SSL_MODE.name())
                ? Optional.<SettingKey<?>>of(PgjdbcKeys.SSL_MODE)
                : LibpqKeys.VOCABULARY.find(parameter.name());
        key.ifPresentOrElse(
                known -> settings.put(known, parameter.written()),
                () -> settings.stray(Product.LIBPQ, parameter.name(), parameter.written()));
    }

    /// Stands for all that the image of a container may hold.
    static Written unseen(Container container) {
        var image = container.image().map(Written::text).orElse(container.name());
        return new Written("image", "in " + image, container.origin(), List.of(image));
    }
}
