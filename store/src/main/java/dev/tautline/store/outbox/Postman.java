package dev.tautline.store.outbox;

import dev.tautline.store.database.Transactions;
import jakarta.mail.MessagingException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Hands the letters of the sink to a mail server. No connection to the database is held meanwhile: a letter is leased,
/// sent, and marked. When the mark is lost it is sent again under the same Message-ID, by which mailboxes tell twins.
final class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 20;

    private final JdbcClient buy;
    private final Transactions transactions;
    private final JavaMailSender server;
    private final String from;

    Postman(JdbcClient buy, Transactions transactions, JavaMailSender server, String from) {
        this.buy = buy;
        this.transactions = transactions;
        this.server = server;
        this.from = from;
    }

    private record Leased(long id, Letter letter) {}

    /// One round. A letter that the server does not take is tried again later, each time after a longer wait.
    void deliver() {
        for (var leased : lease()) {
            try {
                send(leased);
                buy.sql("UPDATE mails SET sent_at = now() WHERE outbox_id = ?")
                        .param(leased.id())
                        .update();
            } catch (MailException | MessagingException refused) {
                log.warn("Mail {} is not sent yet: {}", leased.id(), refused.toString());
            }
        }
    }

    /// Older than two days is no news any more: it stays in the sink, unsent.
    private List<Leased> lease() {
        return transactions.inOne(() -> buy.sql("""
                UPDATE mails SET attempts = attempts + 1,
                    leased_until = now() + make_interval(secs => least(3600, 30 * power(2, least(attempts, 7))))
                WHERE outbox_id IN (
                    SELECT outbox_id FROM mails
                    WHERE sent_at IS NULL AND leased_until <= now() AND created_at > now() - interval '2 days'
                    ORDER BY outbox_id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING outbox_id, recipient, subject, body""")
                .param(BATCH)
                .query((row, index) -> new Leased(
                        row.getLong("outbox_id"),
                        new Letter(row.getString("recipient"), row.getString("subject"), row.getString("body"))))
                .list());
    }

    private void send(Leased leased) throws MessagingException {
        var message = server.createMimeMessage();
        var written = new MimeMessageHelper(message, false, "UTF-8");
        written.setFrom(from);
        written.setTo(leased.letter().recipient());
        written.setSubject(leased.letter().subject());
        written.setText(leased.letter().body());
        message.saveChanges();
        message.setHeader("Message-ID", "<outbox-%d@chandlery>".formatted(leased.id()));
        server.send(message);
    }
}
