package dev.tautline.store.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The accounts and their rules. Idempotent by payment id: asking twice charges once. Thread-safe.
final class Bank {
    // More than this the bank does not trust anybody with.
    private static final long LIMIT_MINOR = 1_000_000;

    private final Ledger ledger;
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<UUID, Behaviour> behaviours = new HashMap<>();
    private final Refunds refunds = new Refunds();
    private final Map<UUID, Integer> brokenTries = new HashMap<>();

    Bank(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The known account, or a new one. Empty when the id is known with another amount.
    synchronized Optional<Account> authorise(UUID id, long amountMinor, Behaviour behaviour) {
        var known = accounts.get(id);
        if (known != null) {
            // A void that came first reserved the id without knowing the amount.
            var same = known.amountMinor() == amountMinor || known.state() == Account.State.VOIDED;
            return same ? Optional.of(known) : Optional.empty();
        }
        behaviours.put(id, behaviour);
        var declined = behaviour == Behaviour.DECLINED || amountMinor > LIMIT_MINOR;
        return Optional.of(
                enter(new Account(id, amountMinor, declined ? Account.State.DECLINED : Account.State.AUTHORISED)));
    }

    synchronized Optional<Account> capture(UUID id) {
        return find(id).map(account ->
                account.state() == Account.State.AUTHORISED ? enter(account.in(Account.State.CAPTURED)) : account);
    }

    /// Voids what is authorised; an id never seen is voided in advance, so that a late authorisation finds it closed.
    synchronized Account cancel(UUID id) {
        var account = accounts.get(id);
        if (account == null) {
            return enter(new Account(id, 0, Account.State.VOIDED));
        }
        return account.state() == Account.State.AUTHORISED ? enter(account.in(Account.State.VOIDED)) : account;
    }

    /// Gives a captured amount back, once per id of a refund. Empty when no such payment was captured.
    synchronized Optional<Refunds.Outcome> refund(UUID id, UUID refund, long amountMinor) {
        return find(id).filter(account -> account.state() == Account.State.CAPTURED)
                .map(account -> {
                    var outcome = refunds.take(refund, id, amountMinor, account.amountMinor());
                    if (outcome == Refunds.Outcome.DONE) {
                        ledger.append(new Account(id, amountMinor, Account.State.REFUNDED));
                    }
                    return outcome;
                });
    }

    /// How the bank behind a payment's card behaves, also when money goes back to it.
    synchronized Behaviour behaviourOf(UUID id) {
        return behaviours.getOrDefault(id, Behaviour.ACCEPTED);
    }

    synchronized Optional<Account> find(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    synchronized boolean firstTry(UUID id) {
        return brokenTries.merge(id, 1, Integer::sum) == 1;
    }

    private Account enter(Account account) {
        accounts.put(account.id(), account);
        ledger.append(account);
        return account;
    }
}
