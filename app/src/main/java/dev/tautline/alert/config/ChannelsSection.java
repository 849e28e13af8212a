package dev.tautline.alert.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.alert.Channel;
import dev.tautline.alert.channel.Alertmanager;
import dev.tautline.alert.channel.HttpPost;
import dev.tautline.alert.channel.Ntfy;
import dev.tautline.alert.channel.Opsgenie;
import dev.tautline.alert.channel.PagerDuty;
import dev.tautline.alert.channel.Ping;
import dev.tautline.alert.channel.Slack;
import dev.tautline.alert.channel.Teams;
import dev.tautline.alert.channel.Webhook;
import dev.tautline.config.YamlMap;
import dev.tautline.settings.Secret;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the one channel of a receiver: `slack`, `pagerduty` …, each with its keys.
final class ChannelsSection {
    /// The channels with the keys of each; `X-env` and `X-file` stand for a secret X.
    static final Map<String, Set<String>> KEYS = new TreeMap<>(Map.of(
            "alertmanager",
            keys("ca-file", "password-env", "password-file", "token-env", "token-file", "url", "user"),
            "email",
            MailSection.KEYS,
            "ntfy",
            keys("ca-file", "token-env", "token-file", "topic-env", "topic-file", "url"),
            "opsgenie",
            keys("ca-file", "key-env", "key-file", "url"),
            "pagerduty",
            keys("ca-file", "routing-key-env", "routing-key-file", "url"),
            "slack",
            keys("ca-file", "url-env", "url-file"),
            "teams",
            keys("ca-file", "url-env", "url-file"),
            "webhook",
            keys("ca-file", "secret-env", "secret-file", "url", "url-env", "url-file")));

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Secrets secrets;
    private final Path folder;
    private final Clock clock;

    ChannelsSection(Secrets secrets, Path folder, Clock clock) {
        this.secrets = secrets;
        this.folder = folder;
        this.clock = clock;
    }

    private static Set<String> keys(String... keys) {
        return new TreeSet<>(List.of(keys));
    }

    Optional<Channel> read(YamlMap map) {
        var given = KEYS.keySet().stream().filter(map::has).toList();
        if (given.size() != 1) {
            map.problem("name", "one channel is expected: " + String.join(", ", KEYS.keySet()));
            return Optional.empty();
        }
        var kind = given.getFirst();
        return map.map(kind, KEYS.getOrDefault(kind, Set.of())).flatMap(channel -> of(kind, channel));
    }

    private Optional<Channel> of(String kind, YamlMap map) {
        return switch (kind) {
            case "alertmanager" -> alertmanager(map);
            case "email" -> new MailSection(secrets, folder).read(map);
            case "ntfy" -> ntfy(map);
            case "opsgenie" -> opsgenie(map);
            case "pagerduty" -> pagerDuty(map);
            case "slack" -> secretUrl(map).map(url -> new Slack(post(map, url), url));
            case "teams" -> secretUrl(map).map(url -> new Teams(post(map, url), url));
            default -> webhook(map);
        };
    }

    /// A URL that is waited for by somebody who watches for silence.
    Optional<Channel> ping(YamlMap map) {
        return anyUrl(map).map(url -> new Ping(post(map, url), url));
    }

    private Optional<Channel> webhook(YamlMap map) {
        var key = secrets.optional(map, "secret");
        return anyUrl(map).map(url -> new Webhook(post(map, url), url, key.orElse(null), clock));
    }

    private Optional<Secret> anyUrl(YamlMap map) {
        if (map.has("url") && (map.has("url-env") || map.has("url-file"))) {
            map.problem("url", "one of url, url-env and url-file is expected");
            return Optional.empty();
        }
        if (map.has("url")) {
            return map.text("url").map(Secret::of).filter(url -> Urls.usable(url, map, "url"));
        }
        if (!map.has("url-env") && !map.has("url-file")) {
            map.problem("url", "one of url, url-env and url-file is expected");
            return Optional.empty();
        }
        return secretUrl(map);
    }

    private Optional<Secret> secretUrl(YamlMap map) {
        var key = map.has("url-file") ? "url-file" : "url-env";
        return secrets.required(map, "url").filter(url -> Urls.usable(url, map, key));
    }

    private Optional<Channel> pagerDuty(YamlMap map) {
        var base = Urls.base(map, Optional.of(PagerDuty.BASE), false);
        var key = secrets.required(map, "routing-key");
        return base.flatMap(url -> key.map(secret -> new PagerDuty(post(map, secret), url, secret)));
    }

    private Optional<Channel> opsgenie(YamlMap map) {
        var base = Urls.base(map, Optional.of(Opsgenie.BASE), false);
        var key = secrets.required(map, "key");
        return base.flatMap(url -> key.map(secret -> new Opsgenie(post(map, secret), url, secret)));
    }

    private Optional<Channel> ntfy(YamlMap map) {
        var base = Urls.base(map, Optional.of(Ntfy.BASE), false);
        var topic = secrets.required(map, "topic");
        var token = secrets.optional(map, "token");
        return base.flatMap(url -> topic.map(secret -> new Ntfy(
                post(map, secret, token.orElse(secret)),
                url,
                secret,
                token.map(word -> Map.of("Authorization", "Bearer " + word.reveal()))
                        .orElse(Map.of()))));
    }

    /// Inside a cluster it is mostly reached without encryption; with a login that is refused.
    private Optional<Channel> alertmanager(YamlMap map) {
        var token = secrets.optional(map, "token");
        var password = secrets.optional(map, "password");
        var user = map.text("user");
        if (token.isPresent() && user.isPresent()) {
            map.problem("user", "a token is given already; one login is enough");
        }
        if (user.isPresent() != password.isPresent() && !map.has("password-env") && !map.has("password-file")) {
            map.problem("user", "user and password belong together");
        }
        boolean plain = token.isEmpty() && password.isEmpty();
        var headers = new TreeMap<String, String>();
        token.ifPresent(word -> headers.put("Authorization", "Bearer " + word.reveal()));
        user.ifPresent(name -> password.ifPresent(word -> headers.put(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + word.reveal()).getBytes(UTF_8)))));
        var hidden = new ArrayList<Secret>();
        token.ifPresent(hidden::add);
        password.ifPresent(hidden::add);
        return Urls.base(map, Optional.empty(), plain)
                .map(url -> new Alertmanager(post(map, hidden.toArray(Secret[]::new)), url, headers));
    }

    private HttpPost post(YamlMap map, Secret... hidden) {
        var http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).followRedirects(HttpClient.Redirect.NEVER);
        Trust.read(map, folder).ifPresent(http::sslContext);
        return new HttpPost(http.build(), clock, List.of(hidden));
    }
}
