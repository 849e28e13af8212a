package dev.tautline.store.customer;

import dev.tautline.store.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Accounts in the database. Changes run inside the caller's transaction.
final class Customers {
    private static final String COLUMNS = "id, email, name, language, verified_at, epoch, created_at";

    private final JdbcClient line;

    Customers(JdbcClient line) {
        this.line = line;
    }

    /// False when the address has an account already.
    boolean insert(UUID id, String email, String name, String passwordHash, Language language) {
        return line.sql("INSERT INTO customers (id, email, name, password_hash, language) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(id, email, name, passwordHash, language.code())
                        .update()
                == 1;
    }

    Optional<Customer> byId(UUID id) {
        return line.sql("SELECT " + COLUMNS + " FROM customers WHERE id = ? AND erased_at IS NULL")
                .param(id)
                .query(Customers::row)
                .optional();
    }

    Optional<Customer> byEmail(String email) {
        return line.sql("SELECT " + COLUMNS + " FROM customers WHERE lower(email) = lower(?) AND erased_at IS NULL")
                .param(email)
                .query(Customers::row)
                .optional();
    }

    Optional<String> passwordHash(UUID id) {
        return line.sql("SELECT password_hash FROM customers WHERE id = ? AND erased_at IS NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    void verify(UUID id) {
        line.sql("UPDATE customers SET verified_at = coalesce(verified_at, now()) WHERE id = ?")
                .param(id)
                .update();
    }

    /// False when the password has been changed since that epoch: a link works once.
    boolean changePassword(UUID id, int epoch, String passwordHash) {
        return line.sql("UPDATE customers SET password_hash = ?, epoch = epoch + 1,"
                                + " verified_at = coalesce(verified_at, now()) WHERE id = ? AND epoch = ?")
                        .params(passwordHash, id, epoch)
                        .update()
                == 1;
    }

    /// The row stays, for orders of the past are the shop's books; nothing in it tells who it was.
    void erase(UUID id) {
        line.sql("""
                UPDATE customers SET email = 'erased-' || id, name = '', password_hash = '', address = NULL, cart = NULL,
                    epoch = epoch + 1, erased_at = now() WHERE id = ?""").param(id).update();
    }

    Optional<String> cart(UUID id) {
        return line.sql("SELECT cart FROM customers WHERE id = ? AND cart IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    void keepCart(UUID id, String cart) {
        line.sql("UPDATE customers SET cart = ? WHERE id = ?").params(cart, id).update();
    }

    Optional<String> address(UUID id) {
        return line.sql("SELECT address::text FROM customers WHERE id = ? AND address IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    void keepAddress(UUID id, String json) {
        line.sql("UPDATE customers SET address = ?::jsonb WHERE id = ?")
                .params(json, id)
                .update();
    }

    private static Customer row(ResultSet row, int index) throws SQLException {
        return new Customer(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Language.byCode(row.getString("language")),
                row.getObject("verified_at") != null,
                row.getInt("epoch"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
