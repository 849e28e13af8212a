package dev.tautline.agent;

import java.util.regex.Pattern;

/// Replaces what must not be shown. Errs on the side of masking.
final class SecretMask {
    static final String MASKED = "******";

    private static final String SECRET_NAME =
            "[\\w.-]*(?:password|passwd|pwd|secret|token|credential|passphrase)[\\w.-]*";
    private static final Pattern NAME = Pattern.compile(SECRET_NAME, Pattern.CASE_INSENSITIVE);
    // name=value in a URL's query, Connector/J's (name=value) form, SQL Server's ;name=value;
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(" + SECRET_NAME + "\\s*[=:]\\s*)('[^']*'|[^&;,)\\s]+)", Pattern.CASE_INSENSITIVE);
    // ALTER ROLE x PASSWORD 'value'
    private static final Pattern QUOTED = Pattern.compile("(" + SECRET_NAME + "\\s+)'[^']*'", Pattern.CASE_INSENSITIVE);
    // jdbc:mysql://user:value@host
    private static final Pattern USER_INFO = Pattern.compile("(//[^/:@?\\s]*:)[^/?\\s]*@");

    private SecretMask() {}

    static boolean isSecretName(String name) {
        return NAME.matcher(name).matches();
    }

    /// `text`, which may be a URL, SQL or a message, without the secrets in it.
    static String inText(String text) {
        String masked = USER_INFO.matcher(text).replaceAll("$1" + MASKED + "@");
        masked = ASSIGNMENT.matcher(masked).replaceAll("$1" + MASKED);
        return QUOTED.matcher(masked).replaceAll("$1'" + MASKED + "'");
    }
}
