package dev.tautline.dashboard.access;

import dev.tautline.dashboard.access.Account.Token;
import dev.tautline.dashboard.access.Account.User;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides who asks. Thread-safe.
public final class Access {
    /// For a name that nobody has: guessing it must take as long as guessing a password.
    private static final String NOBODYS_HASH = Passwords.hash("nobody's");

    private static final Caller EVERYBODY = new Caller("everybody", Set.of(Scope.READ, Scope.METRICS), null);

    private final boolean open;
    private final List<Account> accounts;
    private final Sessions sessions;
    /// From one address guessing is stopped.
    private final Guesses fromAddress;
    /// For one name it is slowed a little only: a stranger must not be able to lock the one out who is on call.
    private final Guesses forName;

    /// @param open whether everybody may look without a log-in
    public Access(boolean open, List<Account> accounts, Clock clock) {
        this.open = open;
        this.accounts = List.copyOf(accounts);
        this.sessions = new Sessions(clock);
        this.fromAddress = new Guesses(5, Duration.ofMinutes(5), clock);
        this.forName = new Guesses(20, Duration.ofSeconds(10), clock);
    }

    /// What came of a try to log in.
    public sealed interface Outcome {
        /// Proven.
        record Known(Account account) implements Outcome {}

        /// Not proven.
        record Refused() implements Outcome {}

        /// Not looked at: too many failures before.
        record Wait(Duration left) implements Outcome {}
    }

    /// Nobody has to log in; then everybody may look and nobody may change anything.
    public boolean open() {
        return open;
    }

    public Caller everybody() {
        return EVERYBODY;
    }

    /// @param from the caller's address
    public Outcome password(String name, String password, String from) {
        var wait = forName.wait(name);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        var outcome = slowed(from, () -> {
            var user = accounts.stream()
                    .filter(account -> account instanceof User && account.name().equals(name))
                    .map(User.class::cast)
                    .findFirst();
            var hash = user.map(known -> known.hash().reveal()).orElse(NOBODYS_HASH);
            boolean right = Passwords.matches(password, hash);
            return user.filter(known -> right);
        });
        switch (outcome) {
            case Outcome.Known _ -> forName.succeeded(name);
            case Outcome.Refused _ -> forName.failed(name);
            case Outcome.Wait _ -> {}
        }
        return outcome;
    }

    /// @param from the caller's address
    public Outcome token(String token, String from) {
        var hash = Hashes.sha256(token);
        return slowed(
                from,
                () -> accounts.stream()
                        .filter(account -> account instanceof Token known && Hashes.same(known.sha256(), hash))
                        .findFirst());
    }

    private interface Look {
        Optional<? extends Account> up();
    }

    private Outcome slowed(String from, Look look) {
        var wait = fromAddress.wait(from);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        var found = look.up();
        if (found.isEmpty()) {
            fromAddress.failed(from);
            return new Outcome.Refused();
        }
        fromAddress.succeeded(from);
        return new Outcome.Known(found.get());
    }

    /// @return what the browser's cookie is to hold
    public String begin(Account account) {
        return sessions.begin(account);
    }

    public Optional<Caller> session(@Nullable String cookie) {
        return cookie == null
                ? Optional.empty()
                : sessions.find(cookie)
                        .map(session -> new Caller(
                                session.account().name(), session.account().scopes(), session.csrf()));
    }

    public void end(String cookie) {
        sessions.end(cookie);
    }
}
