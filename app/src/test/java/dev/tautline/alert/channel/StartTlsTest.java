package dev.tautline.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.alert.Notice;
import dev.tautline.alert.Transition;
import dev.tautline.cli.TestCertificate;
import dev.tautline.settings.Secret;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// A real handshake with a real mail server that wants STARTTLS and a login.
class StartTlsTest {
    private static final Notice NOTICE = Notice.plain(
            "i1/opened/dba",
            "i1",
            Transition.OPENED,
            Instant.parse("2026-06-07T10:45:00Z"),
            "[opened] it broke",
            "Fix: mend it\n");

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> mails = new LinkedBlockingQueue<>();

    @Test
    void sendsOverTheEncryptedSessionAfterLoggingIn() throws Exception {
        var certificate = TestCertificate.create(folder, "mail", "-1d", 10);
        var server = server(certificate);
        server.start();
        try {
            assertThat(email(server, trusting(certificate), "w0rd")
                            .deliver(NOTICE)
                            .what())
                    .isEqualTo("taken by localhost");
            assertThat(mails.poll(10, TimeUnit.SECONDS)).contains("Subject: [opened] it broke", "Fix: mend it");
        } finally {
            server.stop();
        }
    }

    @Test
    void givesNothingToAServerWhoseCertificateNobodyTrusts() throws Exception {
        var server = server(TestCertificate.create(folder, "mail", "-1d", 10));
        server.start();
        try {
            var receipt = email(server, null, "w0rd").deliver(NOTICE);

            assertThat(receipt.taken()).isFalse();
            assertThat(mails).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void saysThatTheLoginIsRefusedAndKeepsThePasswordToItself() throws Exception {
        var certificate = TestCertificate.create(folder, "mail", "-1d", 10);
        var server = server(certificate);
        server.start();
        try {
            assertThat(email(server, trusting(certificate), "wr0ng")
                            .deliver(NOTICE)
                            .what())
                    .isEqualTo("the mail server refuses the login");
        } finally {
            server.stop();
        }
    }

    private SMTPServer server(TestCertificate certificate) throws GeneralSecurityException {
        var sockets = certificate.server().getSocketFactory();
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .enableTLS()
                .requireTLS()
                .requireAuth(true)
                .startTlsSocketFactory(plain -> {
                    var secured = (SSLSocket)
                            sockets.createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
                    secured.setUseClientMode(false);
                    return secured;
                })
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("taut") || !password.equals("w0rd")) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((MessageContext context, String from, String to, byte[] data) ->
                        mails.add(new String(data, UTF_8)))
                .build();
    }

    private static Email email(SMTPServer server, @Nullable SSLContext trusted, String password) throws Exception {
        var smtp = new Email.Server("localhost", server.getPortAllocated(), true, "taut", Secret.of(password), trusted);
        return new Email(smtp, new InternetAddress("taut@shop.example"), new InternetAddress("dba@shop.example"));
    }

    private static SSLContext trusting(TestCertificate certificate) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("mail", certificate.store().getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
