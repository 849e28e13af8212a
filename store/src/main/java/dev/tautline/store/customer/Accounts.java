package dev.tautline.store.customer;

import dev.tautline.store.database.Line;
import dev.tautline.store.database.Transactions;
import dev.tautline.store.language.Language;
import dev.tautline.store.outbox.Outbox;
import dev.tautline.store.outbox.Topic;
import dev.tautline.store.password.PasswordHashing;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What can be done with accounts. Whether an address has one is told to nobody but its mailbox.
@Component
class Accounts {
    private final Customers customers;
    private final Customers onStandby;
    private final Line line;
    private final Transactions transactions;
    private final PasswordHashing passwords;
    private final AccountLinks links;
    private final Outbox outbox;

    Accounts(
            JdbcClient buy,
            @Qualifier("browse") JdbcClient browse,
            Line line,
            Transactions transactions,
            PasswordHashing passwords,
            AccountLinks links,
            Outbox outbox) {
        this.customers = new Customers(buy);
        this.onStandby = new Customers(browse);
        this.line = line;
        this.transactions = transactions;
        this.passwords = passwords;
        this.links = links;
        this.outbox = outbox;
    }

    /// Either way a letter goes to that address: one to confirm it, or one that says it has an account.
    void register(String email, String name, String password, Language language) {
        var hash = passwords.hash(password);
        var id = UUID.randomUUID();
        transactions.inOne(() -> {
            if (customers.insert(id, email, name, hash, language)) {
                outbox.addForAccount(Topic.ACCOUNT_VERIFY, id);
            } else {
                customers
                        .byEmail(email)
                        .ifPresent(known -> outbox.addForAccount(
                                known.verified() ? Topic.ACCOUNT_EXISTS : Topic.ACCOUNT_VERIFY, known.id()));
            }
        });
    }

    /// Nothing when address or password are wrong, or the address has not been confirmed.
    Optional<Customer> logIn(String email, String password) {
        var known = customers.byEmail(email);
        var right = passwords.matches(password, known.flatMap(customer -> customers.passwordHash(customer.id())));
        return right ? known.filter(Customer::verified) : Optional.empty();
    }

    boolean isPasswordOf(Customer customer, String password) {
        return passwords.matches(password, customers.passwordHash(customer.id()));
    }

    Optional<Customer> verify(String key) {
        return links.read(AccountLinks.Purpose.VERIFY, key).flatMap(claim -> {
            customers.verify(claim.customer());
            return customers.byId(claim.customer());
        });
    }

    void askForReset(String email) {
        transactions.inOne(() ->
                customers.byEmail(email).ifPresent(known -> outbox.addForAccount(Topic.ACCOUNT_RESET, known.id())));
    }

    boolean mayReset(String key) {
        return claimed(key).isPresent();
    }

    /// Nothing when the link is too old or has been used.
    Optional<Customer> reset(String key, String password) {
        return claimed(key).flatMap(customer -> replacePassword(customer, password));
    }

    /// The account with its new epoch; nothing when the old password is wrong, or was changed meanwhile.
    Optional<Customer> changePassword(Customer customer, String old, String fresh) {
        return isPasswordOf(customer, old) ? replacePassword(customer, fresh) : Optional.empty();
    }

    /// With the letter that tells the owner, in one transaction; the hash before it, which takes long.
    private Optional<Customer> replacePassword(Customer customer, String fresh) {
        var hash = passwords.hash(fresh);
        return transactions.inOne(() -> {
            if (!customers.changePassword(customer.id(), customer.epoch(), hash)) {
                return Optional.<Customer>empty();
            }
            outbox.addForAccount(Topic.ACCOUNT_PASSWORD_CHANGED, customer.id());
            return customers.byId(customer.id());
        });
    }

    private Optional<Customer> claimed(String key) {
        return links.read(AccountLinks.Purpose.RESET, key)
                .flatMap(claim ->
                        customers.byId(claim.customer()).filter(customer -> customer.epoch() == claim.epoch()));
    }

    /// The account of a session, unless its password has been changed since. From the standby while there is no
    /// primary.
    Optional<Customer> of(AccountSession.Signed session) {
        return (line.isUp() ? customers : onStandby)
                .byId(session.customer())
                .filter(customer -> customer.epoch() == session.epoch());
    }

    void erase(Customer customer) {
        transactions.inOne(() -> {
            customers.erase(customer.id());
            outbox.forget(customer.id());
        });
    }

    Customers primary() {
        return customers;
    }
}
