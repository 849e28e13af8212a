package dev.tautline.cli;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One URL made ready to climb: a target for each host.
///
/// @param oneMustBe what the URL asks of at least one of several hosts; a driver passes over the others
record ProbeRoute(List<ProbeTarget> targets, Expectation oneMustBe) {
    /// User and database default as in libpq and the driver: PGUSER or the account's name, and a database of that name.
    static ProbeRoute of(
            ProbeUrl url,
            @Nullable String user,
            @Nullable Expectation expected,
            Map<String, String> environment,
            ProbePassword passwords) {
        var role = Optional.ofNullable(user)
                .or(() -> Optional.ofNullable(url.user()))
                .or(() -> Optional.ofNullable(environment.get("PGUSER")))
                .orElseGet(() -> System.getProperty("user.name"));
        var single = url.hosts().size() == 1;
        var ofEach = Objects.requireNonNullElse(expected, single ? url.serverType() : Expectation.ANY);
        var targets = url.hosts().stream()
                .map(host ->
                        ProbeTarget.of(host.host(), host.port(), url.database().orElse(role), role))
                .map(target -> target.withPassword(passwords.of(target, url))
                        .withSslMode(url.sslMode())
                        .withRootCertificate(url.rootCertificate())
                        .expecting(ofEach))
                .toList();
        return new ProbeRoute(targets, single || expected != null ? Expectation.ANY : url.serverType());
    }
}
