package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tautline.alert.Channel;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Receipt;
import dev.tautline.settings.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A mail over SMTP, encrypted by STARTTLS unless that is switched off for a server on this machine. The message's id
/// is made of the notice's key, so that mail systems know a second copy for what it is.
public final class Email implements Channel {
    private static final String TIMEOUT_MILLIS = "10000";

    private final Server server;
    private final InternetAddress from;
    private final InternetAddress to;

    /// @param user null for a server that wants nobody to log in
    /// @param trusted whose certificates are taken, null for those that Java takes
    public record Server(
            String host,
            int port,
            boolean startTls,
            @Nullable String user,
            Secret password,
            @Nullable SSLContext trusted) {}

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public boolean takesDigests() {
        return true;
    }

    public Email(Server server, InternetAddress from, InternetAddress to) {
        this.server = server;
        this.from = from;
        this.to = to;
    }

    @Override
    public Receipt deliver(Notice notice) {
        try {
            Transport.send(message(notice));
            return Receipt.taken("taken by " + server.host());
        } catch (AuthenticationFailedException e) {
            return Receipt.failed("the mail server refuses the login");
        } catch (MessagingException e) {
            // Its words may hold what the server said of the login; its class says enough.
            return Receipt.failed(
                    "the mail server did not take it (" + e.getClass().getSimpleName() + ")");
        }
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        var id = "<" + notice.key().replaceAll("[^A-Za-z0-9-]", ".") + "@tautline>";
        var message = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(notice.subject(), UTF_8.name());
        message.setText(notice.text(), UTF_8.name());
        message.setSentDate(Date.from(notice.at()));
        // RFC 3834: nobody's holiday greeting shall come back.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("References", "<" + notice.incident() + "@tautline>");
        return message;
    }

    private Session session() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        for (var phase : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + phase, TIMEOUT_MILLIS);
        }
        if (server.trusted() != null) {
            properties.put("mail.smtp.ssl.socketFactory", server.trusted().getSocketFactory());
        }
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        server.user(), server.password().reveal());
            }
        });
    }
}
