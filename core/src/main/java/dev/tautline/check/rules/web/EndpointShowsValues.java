package dev.tautline.check.rules.web;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The application shows its settings, with their values, to whoever asks.
public final class EndpointShowsValues implements ClientRule {
    private static final Map<String, SettingKey<String>> VALUES =
            Map.of("env", SpringKeys.ENV_SHOW_VALUES, "configprops", SpringKeys.CONFIGPROPS_SHOW_VALUES);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return Rule.chosen(client.get(SpringKeys.ENDPOINTS_INCLUDE), include -> judge(client, include));
    }

    private Verdict judge(Client client, Setting.Known<String> include) {
        var included = names(include.value());
        var excluded = client.get(SpringKeys.ENDPOINTS_EXCLUDE)
                .knownValue()
                .map(EndpointShowsValues::names)
                .orElse(Set.of());
        return Verdict.of(VALUES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(endpoint -> included.contains(endpoint.getKey()) || included.contains("*"))
                .filter(endpoint -> !excluded.contains(endpoint.getKey()) && !excluded.contains("*"))
                .flatMap(endpoint -> client.get(endpoint.getValue()).chosen().stream())
                .filter(show -> show.value().equals("always"))
                .map(show -> finding(client, include, show))
                .toList());
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    private Finding finding(Client client, Setting.Known<String> include, Setting.Known<String> show) {
        return applicationFinding(
                client,
                show.key() + " is always, and the endpoint is exposed",
                "Whoever reaches the management port reads the database's address, role and password" + " as they are.",
                Edits.application(client, show.key(), "never"),
                Evidence.of(show),
                Evidence.of(include));
    }
}
