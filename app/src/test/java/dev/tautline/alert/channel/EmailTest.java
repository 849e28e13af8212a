package dev.tautline.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tautline.alert.Notice;
import dev.tautline.alert.Transition;
import dev.tautline.settings.Secret;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a real SMTP server.
class EmailTest {
    private static final Notice NOTICE = Notice.plain(
            "i1/opened/dba",
            "i1",
            Transition.OPENED,
            Instant.parse("2026-06-07T10:45:00Z"),
            "[opened] Pool → too small",
            "Fix: mend it\n");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTheDiagnosisWithAnIdThatItsKeyMakes() throws Exception {
        assertThat(email(false).deliver(NOTICE).taken()).isTrue();

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[opened] Pool → too small");
        assertThat(mail.getContent().toString()).contains("Fix: mend it");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<i1.opened.dba@tautline>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void sendsNothingInTheClearWhenEncryptionIsRequired() throws Exception {
        var receipt = email(true).deliver(NOTICE);

        assertThat(receipt.taken()).isFalse();
        assertThat(receipt.what()).startsWith("the mail server did not take it");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Email email(boolean startTls) throws Exception {
        var smtp = new Email.Server("127.0.0.1", server.getSmtp().getPort(), startTls, null, Secret.of(""), null);
        return new Email(smtp, new InternetAddress("taut@shop.example"), new InternetAddress("dba@shop.example"));
    }
}
