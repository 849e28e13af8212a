package dev.tautline.watch.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether those who are logged in would be let in again: sessions outlive the rules that admitted them.
///
/// @param rules in their order; null where they may not be read, or where the file has an error, so that others are in
///     force
record Readmission(@Nullable List<HostRule> rules) {
    /// Methods that ask for the role's own password, which may have an end (CREATE ROLE, VALID UNTIL).
    private static final Set<String> PASSWORDS = Set.of("scram-sha-256", "md5", "password");

    /// In words, who would be refused and by what. Where it cannot be told for sure nothing is.
    List<String> refusals(List<LoggedIn> all) {
        return all.stream()
                .flatMap(who -> refusal(who).map(why -> who.describe() + ": " + why).stream())
                .toList();
    }

    private Optional<String> refusal(LoggedIn who) {
        var bar = who.bar();
        return bar == null ? byRules(who) : Optional.of(bar.words());
    }

    /// A driver may try again without TLS, or with it: only what is refused either way is refused.
    private Optional<String> byRules(LoggedIn who) {
        var present = rules;
        if (present == null) {
            return Optional.empty();
        }
        var answers =
                Stream.of(true, false).map(tls -> refusal(present, who, tls)).toList();
        return answers.stream().allMatch(Optional::isPresent) ? answers.getFirst() : Optional.empty();
    }

    private static Optional<String> refusal(List<HostRule> rules, LoggedIn who, boolean tls) {
        for (var rule : rules) {
            var fits = rule.fits(who, tls);
            if (fits.isEmpty()) {
                return Optional.empty();
            }
            if (fits.get()) {
                return by(rule, who);
            }
        }
        return Optional.of("no line of pg_hba.conf fits (28000)");
    }

    private static Optional<String> by(HostRule rule, LoggedIn who) {
        if (rule.method().equals("reject")) {
            return Optional.of("%s rejects it (28000)".formatted(rule.place()));
        }
        return who.passwordExpired() && PASSWORDS.contains(rule.method())
                ? Optional.of("the time until which its password is valid has passed (28P01)")
                : Optional.empty();
    }
}
