package dev.tautline.cli;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Something on loopback that a rehearsed probe can climb to: speaks just enough of PostgreSQL's protocol (manual 18,
/// chapter 54) for a login with SCRAM, and answers every query with the one row `1`.
final class RehearsalServer implements Closeable {
    private static final String PASSWORD = "rehearsal";

    private static final int TLS_REQUEST_LENGTH = 8;
    private static final int ITERATIONS = 4096;
    private static final int KEY_BITS = 256;
    private static final byte[] SALT = "rehearsal-salt".getBytes(StandardCharsets.US_ASCII);

    /// How many, the name, no table, no attribute, type int4 of 4 bytes, no modifier, as text.
    private static final String ONE_COLUMN = "\0\1one\0\0\0\0\0\0\0\0\0\0\27\0\4\377\377\377\377\0\0";

    private final ServerSocket listener = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));

    RehearsalServer() throws IOException {
        Thread.ofPlatform().daemon().name("rehearsal-server").start(this::serve);
    }

    String url() {
        return "postgresql://taut:" + PASSWORD + "@127.0.0.1:" + listener.getLocalPort() + "/taut";
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (var caller = listener.accept()) {
                converse(caller);
            } catch (IOException | GeneralSecurityException callerLeft) {
                // The next one may stay.
            }
        }
    }

    private static void converse(Socket caller) throws IOException, GeneralSecurityException {
        var in = new DataInputStream(caller.getInputStream());
        var out = caller.getOutputStream();
        if (skipped(in).length + Integer.BYTES == TLS_REQUEST_LENGTH) {
            out.write('N');
            skipped(in);
        }
        logIn(in, out);
        out.write(message('S', "server_version\0" + "18.0\0"));
        out.write(message('S', "client_encoding\0UTF8\0"));
        out.write(message('Z', "I"));
        for (int type = in.read(); type == 'Q'; type = in.read()) {
            skipped(in);
            out.write(message('T', ONE_COLUMN));
            out.write(message('D', "\0\1\0\0\0\1" + "1"));
            out.write(message('C', "SELECT 1\0"));
            out.write(message('Z', "I"));
        }
    }

    /// SCRAM-SHA-256 as the server's side has it (RFC 5802).
    private static void logIn(DataInputStream in, OutputStream out) throws IOException, GeneralSecurityException {
        out.write(message('R', "\0\0\0\12SCRAM-SHA-256\0\0"));
        var first = answer(in);
        var clientFirst = first.substring(first.indexOf("n,,") + "n,,".length());
        var nonce = clientFirst.substring(clientFirst.indexOf("r=") + "r=".length()) + "rehearsed";
        var serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
        out.write(message('R', "\0\0\0\13" + serverFirst));
        var last = answer(in);
        var said = clientFirst + "," + serverFirst + "," + last.substring(0, last.indexOf(",p="));
        out.write(message('R', "\0\0\0\14v=" + Base64.getEncoder().encodeToString(signature(said))));
        out.write(message('R', "\0\0\0\0"));
    }

    private static byte[] signature(String said) throws GeneralSecurityException {
        var salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, ITERATIONS, KEY_BITS))
                .getEncoded();
        return hmac(hmac(salted, "Server Key"), said);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        return mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String answer(DataInputStream in) throws IOException {
        in.readByte();
        return new String(skipped(in), StandardCharsets.ISO_8859_1);
    }

    /// The rest of a message, behind its length.
    private static byte[] skipped(DataInputStream in) throws IOException {
        var body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        return body;
    }

    /// A message of one type; each letter of the body is a byte.
    private static byte[] message(char type, String body) {
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                .put((byte) type)
                .putInt(Integer.BYTES + bytes.length)
                .put(bytes)
                .array();
    }
}
