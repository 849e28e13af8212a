package dev.tautline.probe;

import java.nio.file.Files;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What the login that was given looks like, where the server refused it: most refused passwords are right ones that
/// something has spoilt on their way. It tells shapes, never the secret.
record GivenLogin(ProbeTarget target) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{.*}|\\{\\{.*}}|<[a-z_-]+>");
    private static final Pattern PERCENT_ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern PARAMETER = Pattern.compile(";\\w+=");
    private static final String QUOTES = "\"'`";

    /// Empty, or a sentence that begins with a blank.
    String remark(FailureKind kind) {
        var seen = new StringJoiner("; ", " Of what was given, ", ".");
        seen.setEmptyValue("");
        switch (kind) {
            case PASSWORD_REFUSED, POOLER_PASSWORD_REFUSED -> {
                password(seen);
                name(seen, "the user", target.user());
            }
            case ROLE_UNKNOWN -> name(seen, "the user", target.user());
            case DATABASE_UNKNOWN -> {
                name(seen, "the database", target.database());
                parameters(seen, target.database());
            }
            case CLIENT_CERTIFICATE_MISSING -> certificate(seen);
            case NAME_UNKNOWN -> GivenHost.tell(target.host(), seen);
            default -> {}
        }
        return seen.toString();
    }

    /// The driver shows no certificate whose issuer the server does not name (pgjdbc, LazyKeyManager).
    private void certificate(StringJoiner seen) {
        var file = target.tls().certificateFile();
        if (Files.exists(file)) {
            seen.add("the certificate " + file
                    + " was kept back: its issuer is none of the authorities that the server names (ssl_ca_file)");
        }
    }

    private void password(StringJoiner seen) {
        var secret = target.password();
        if (secret == null) {
            return;
        }
        var password = secret.reveal();
        if (password.isEmpty()) {
            seen.add("the password is empty");
            return;
        }
        shape(seen, "the password", password);
        if (PERCENT_ENCODED.matcher(password).find()) {
            seen.add("the password looks percent-encoded still, as if taken from a URL without decoding");
        }
        if (!password.chars().allMatch(c -> c < 0x80)) {
            seen.add("the password has characters beyond ASCII, which another encoding spoils");
        }
    }

    private static void name(StringJoiner seen, String whose, String name) {
        shape(seen, whose, name);
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            seen.add(
                    whose + " has capital letters, which count here, and which CREATE made small unless it was quoted");
        }
    }

    /// As URLs of SQL Server and others have them.
    private static void parameters(StringJoiner seen, String database) {
        if (PARAMETER.matcher(database).find()) {
            seen.add(
                    "the database goes on with ;name=value, while parameters of PostgreSQL's URLs follow a ? and are parted"
                            + " by &");
        }
    }

    private static void shape(StringJoiner seen, String whose, String text) {
        if (!text.equals(text.strip())) {
            seen.add(whose + " begins or ends with a blank or a line break");
        }
        if (PLACEHOLDER.matcher(text).find()) {
            seen.add(whose + " holds a placeholder that nothing filled in");
        }
        if (text.length() > 1
                && QUOTES.indexOf(text.charAt(0)) >= 0
                && text.charAt(text.length() - 1) == text.charAt(0)) {
            seen.add(whose + " stands in quotation marks");
        }
    }
}
