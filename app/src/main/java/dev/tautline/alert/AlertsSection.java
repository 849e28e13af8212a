package dev.tautline.alert;

import dev.tautline.config.YamlMap;
import dev.tautline.finding.Owner;
import dev.tautline.settings.Secret;
import dev.tautline.targets.Surroundings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the section `alerts` of `taut.yaml`. Secrets come from the environment, never from the file.
public final class AlertsSection {
    private static final Set<String> KEYS = Set.of("receivers");
    private static final Set<String> RECEIVER = new TreeSet<>(List.of("email", "name", "owners", "webhook"));
    private static final Set<String> WEBHOOK = new TreeSet<>(List.of("secret-env", "url", "url-env"));
    private static final Set<String> EMAIL =
            new TreeSet<>(List.of("from", "host", "password-env", "port", "starttls", "to", "user"));

    /// RFC 6409: the port of mail submission.
    private static final int SUBMISSION_PORT = 587;

    private final Surroundings around;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public AlertsSection(Surroundings around, Clock clock) {
        this.around = around;
        this.clock = clock;
    }

    /// The receivers that can be used; for all others there is a problem.
    public List<Receiver> read(YamlMap root) {
        var names = new HashSet<String>();
        var receivers = new ArrayList<Receiver>();
        for (var map : root.map("alerts", KEYS)
                .map(alerts -> alerts.list("receivers", RECEIVER))
                .orElse(List.of())) {
            var name = map.required("name");
            if (!name.isEmpty() && !names.add(name)) {
                map.problem("name", "another receiver is called '" + name + "', too");
            }
            var owners = owners(map);
            channel(map).ifPresent(channel -> receivers.add(new Receiver(name, owners, channel)));
        }
        return List.copyOf(receivers);
    }

    private static Set<Owner> owners(YamlMap map) {
        var owners = EnumSet.noneOf(Owner.class);
        var allowed = Arrays.stream(Owner.values())
                .map(owner -> owner.name().toLowerCase(Locale.ROOT))
                .toList();
        for (var word : map.text("owners").map(text -> text.split(",")).orElse(new String[0])) {
            var name = word.strip();
            if (allowed.contains(name)) {
                owners.add(Owner.valueOf(name.toUpperCase(Locale.ROOT)));
            } else {
                map.problem("owners", "'" + name + "' is no owner, allowed: " + String.join(", ", allowed));
            }
        }
        return owners;
    }

    private Optional<Channel> channel(YamlMap map) {
        if (map.has("webhook") == map.has("email")) {
            map.problem("name", "one channel is expected: webhook or email");
            return Optional.empty();
        }
        return map.map("webhook", WEBHOOK)
                .flatMap(this::webhook)
                .or(() -> map.map("email", EMAIL).flatMap(this::email));
    }

    private Optional<Channel> webhook(YamlMap map) {
        if (map.has("url") == map.has("url-env")) {
            map.problem("url", "one of url and url-env is expected");
            return Optional.empty();
        }
        var url = map.text("url").map(Secret::of).or(() -> variable("url-env", map));
        var key = variable("secret-env", map);
        return url.filter(text -> usable(text, map)).map(text -> new Webhook(http, text, key.orElse(null), clock));
    }

    /// The URL itself is not repeated: it may be a secret.
    private static boolean usable(Secret url, YamlMap map) {
        boolean usable;
        try {
            var uri = URI.create(url.reveal());
            usable = uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local(uri.getHost())));
        } catch (IllegalArgumentException e) {
            usable = false;
        }
        if (!usable) {
            map.problem("url", "not a URL that can be used; allowed: https, and http to this machine");
        }
        return usable;
    }

    private static boolean local(String host) {
        return "localhost".equals(host) || host.matches("127(\\.\\d{1,3}){3}") || "[::1]".equals(host);
    }

    private Optional<Channel> email(YamlMap map) {
        var host = map.required("host");
        boolean startTls = map.word("starttls", List.of("required", "none"))
                .map("required"::equals)
                .orElse(true);
        if (!startTls && !local(host)) {
            map.problem("starttls", "'none' is allowed only for a server on this machine");
        }
        var password = variable("password-env", map).orElse(Secret.of(""));
        var server = new Email.Server(
                host,
                map.port("port", SUBMISSION_PORT),
                startTls,
                map.text("user").orElse(null),
                password);
        var from = address("from", map);
        var to = address("to", map);
        return from.flatMap(sender -> to.map(receiver -> new Email(server, sender, receiver)));
    }

    private static Optional<InternetAddress> address(String key, YamlMap map) {
        var text = map.required(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new InternetAddress(text, true));
        } catch (AddressException e) {
            map.problem(key, "'" + text + "' is not a mail address");
            return Optional.empty();
        }
    }

    private Optional<Secret> variable(String key, YamlMap map) {
        var name = map.text(key);
        var value = name.map(variable -> around.environment().get(variable));
        if (name.isPresent() && value.isEmpty()) {
            map.problem(key, "the environment variable " + name.get() + " is not set");
        }
        return value.map(Secret::of);
    }
}
