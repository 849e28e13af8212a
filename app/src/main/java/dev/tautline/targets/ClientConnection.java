package dev.tautline.targets;

import dev.tautline.check.Login;
import dev.tautline.link.Client;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.UrlParameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One client's connection made ready to climb, or the reason why it cannot be.
final class ClientConnection {
    /// What decides how the connection is made; a probe without one of them would test another connection.
    private static final List<SettingKey<?>> DECISIVE = List.of(
            PgjdbcKeys.SSL,
            PgjdbcKeys.SSL_MODE,
            PgjdbcKeys.SSL_ROOT_CERT,
            PgjdbcKeys.SSL_CERT,
            PgjdbcKeys.SSL_KEY,
            PgjdbcKeys.SSL_NEGOTIATION,
            PgjdbcKeys.SSL_PASSWORD,
            PgjdbcKeys.CHANNEL_BINDING,
            PgjdbcKeys.TARGET_SERVER_TYPE,
            PgjdbcKeys.OPTIONS,
            PgjdbcKeys.CURRENT_SCHEMA,
            PgjdbcKeys.SCRAM_MAX_ITERATIONS,
            PgjdbcKeys.SERVICE);

    /// Classes of the application's that connect in a way of their own, which nobody else can repeat.
    private static final List<SettingKey<String>> OWN_WAYS =
            List.of(PgjdbcKeys.SOCKET_FACTORY, PgjdbcKeys.SSL_FACTORY, PgjdbcKeys.AUTHENTICATION_PLUGIN_CLASS_NAME);

    private static final String DRIVERS_OWN = "org.postgresql.ssl.LibPQFactory";

    private static final List<String> FILES = List.of("sslrootcert", "sslcert", "sslkey");

    private final Client client;
    private final Factory factory;

    private ClientConnection(Client client, Factory factory) {
        this.client = client;
        this.factory = factory;
    }

    /// What became of a client.
    sealed interface Outcome {}

    record Ready(FoundTarget found) implements Outcome {}

    record Left(NotProbed notProbed) implements Outcome {}

    /// What is the same for all clients.
    static final class Factory {
        private final InsideNames inside;
        private final Given given;
        private final Completion completion;
        private final List<String> problems = new ArrayList<>();

        Factory(InsideNames inside, Given given, Surroundings around, Consumer<String> warnings) {
            this.inside = inside;
            this.given = given;
            this.completion = new Completion(around, problems::add, warnings);
        }

        Outcome of(String name, Client client) {
            var at = client.urlText().origin();
            try {
                var target = new ClientConnection(client, this).target();
                return new Ready(new FoundTarget(target.named(name), at, client.stage()));
            } catch (Unknown unknown) {
                return new Left(new NotProbed(name, at, unknown.why));
            }
        }
    }

    /// Part of the connection is not known here.
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Unknown(String why) {
            super(why);
            this.why = why;
        }
    }

    private Target target() throws Unknown {
        var url = url();
        for (var host : url.hosts()) {
            var obstacle = factory.inside.obstacle(client, host);
            if (obstacle.isPresent()) {
                throw new Unknown(obstacle.get());
            }
        }
        refuseOwnWays();
        var parameters = withFilesFound(parameters(url));
        var given = given();
        factory.problems.clear();
        var target = factory.completion.of(TargetUrl.of(url, parameters), given);
        if (target.isEmpty() || !factory.problems.isEmpty()) {
            throw new Unknown(String.join("; ", factory.problems));
        }
        requirePassword(target.get());
        return target.get();
    }

    private void refuseOwnWays() throws Unknown {
        for (var key : OWN_WAYS) {
            var other =
                    client.get(key).chosen().filter(chosen -> !chosen.value().equals(DRIVERS_OWN));
            if (other.isPresent()) {
                throw new Unknown("its " + key.name() + " " + other.get().value() + " connects in a way of its own");
            }
        }
    }

    private JdbcUrl url() throws Unknown {
        if (client.url().isEmpty()) {
            throw new Unknown("its URL is '" + client.urlText().shown() + "'"
                    + (client.urlText().isResolved() ? ", which cannot be read" : ", and nothing here resolves it"));
        }
        var url = client.url().get();
        if (!url.isPostgres()) {
            throw new Unknown("it calls " + url.subprotocol() + ", and only PostgreSQL can be probed");
        }
        var open = url.hosts().stream().filter(host -> !host.isResolved()).findFirst();
        if (open.isPresent() || url.database().filter(ClientConnection::isOpen).isPresent()) {
            throw new Unknown("nothing here resolves "
                    + open.map(HostPort::toString).or(url::database).orElse(""));
        }
        return url;
    }

    private static boolean isOpen(String text) {
        return text.contains("${") || text.contains("{{");
    }

    /// What the URL and the driver's properties say; the link has put the two together.
    private Map<String, String> parameters(JdbcUrl url) throws Unknown {
        var values = new LinkedHashMap<String, String>();
        for (var key : DECISIVE) {
            if (client.get(key) instanceof Setting.Unresolved<?> open && !open.isRest()) {
                throw new Unknown(key.name() + " is " + open.text() + " (" + open.origin() + "), and nothing here"
                        + " resolves it");
            }
        }
        url.parameters().stream()
                .filter(UrlParameter::isResolved)
                .forEach(parameter -> values.put(parameter.name(), parameter.value()));
        client.settings().written().stream()
                .filter(setting -> setting.key().product() == Product.PGJDBC)
                .flatMap(setting -> setting.known().stream())
                .forEach(known -> values.put(known.key().name(), text(known.value())));
        return values;
    }

    private static String text(Object value) {
        return switch (value) {
            case Secret secret -> secret.reveal();
            case Duration duration -> Long.toString(duration.toSeconds());
            default -> value.toString();
        };
    }

    private Map<String, String> withFilesFound(Map<String, String> parameters) throws Unknown {
        var found = new LinkedHashMap<>(parameters);
        for (var name : FILES) {
            var written = parameters.get(name);
            if (written != null) {
                var file = TlsFiles.find(written, client);
                if (file.isEmpty()) {
                    throw new Unknown("its " + name + " " + written + " is not on this machine");
                }
                found.put(name, file.get().toString());
            }
        }
        return found;
    }

    /// What somebody said on the command line comes before what the files say.
    private Given given() throws Unknown {
        var login = Login.of(client);
        var user = factory.given.user().or(() -> login.user().map(Login.Part::value));
        if (user.isEmpty()) {
            var open = open(SpringKeys.DATASOURCE_USERNAME);
            if (open.isPresent()) {
                throw new Unknown("its user is " + open.get() + ", and nothing here resolves it; give one with --user");
            }
        }
        return new Given(
                user, factory.given.password().or(() -> login.password().map(Login.Part::value)), factory.given.role());
    }

    /// A password that is elsewhere by design (a Secret, a vault) is not to be replaced by none.
    private void requirePassword(Target target) throws Unknown {
        var open = open(SpringKeys.DATASOURCE_PASSWORD);
        if (open.isPresent()
                && target.hosts().stream().map(ProbeTarget::password).anyMatch(Objects::isNull)) {
            throw new Unknown("its password is " + open.get()
                    + ", which is not here; give it with --password-env or --password-file, or run where it is set");
        }
    }

    private Optional<String> open(SettingKey<?>... keys) {
        return Stream.of(keys)
                .map(client::get)
                .filter(Setting.Unresolved.class::isInstance)
                .map(setting -> (Setting.Unresolved<?>) setting)
                .filter(open -> !open.isRest())
                .map(open -> Secret.MASK.equals(open.text()) ? "a secret (" + open.origin() + ")" : open.text())
                .findFirst();
    }
}
