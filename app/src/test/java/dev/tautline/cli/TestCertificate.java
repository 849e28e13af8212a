package dev.tautline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A self-signed certificate, which is its own authority, and its key, as PEM and in the store of the JDK's keytool.
public record TestCertificate(String certificate, String key, KeyStore store) {
    private static final String PASSWORD = "not-secret";

    /// One that another signed, whose key is in the same folder under its own name.
    ///
    /// @param startDate keytool's `-startdate`, such as `-10d`
    public static TestCertificate signedBy(String authority, Path folder, String name, String startDate, int validDays)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve(authority + ".p12");
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-startdate",
                startDate,
                "-validity",
                Integer.toString(validDays),
                "-signer",
                "server",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new TestCertificate(
                pem("CERTIFICATE", keys.getCertificate(name).getEncoded()),
                pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()),
                keys);
    }

    /// @param startDate keytool's `-startdate`, such as `-10d`
    public static TestCertificate create(Path folder, String name, String startDate, int validDays)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve(name + ".p12");
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name + ",dns:localhost",
                "-ext",
                "BC:critical=ca:true",
                "-startdate",
                startDate,
                "-validity",
                Integer.toString(validDays),
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new TestCertificate(
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()),
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()),
                keys);
    }

    public Path writeCertificate(Path file) throws IOException {
        return Files.writeString(file, certificate, US_ASCII);
    }

    /// As PKCS #8 in DER. The driver takes no key that others may read.
    public Path writeKey(Path file) throws IOException {
        var body = key.replaceAll("-----[A-Z ]+-----", "");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, Base64.getMimeDecoder().decode(body));
    }

    /// For a server that shows this certificate.
    public SSLContext server() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }
}
