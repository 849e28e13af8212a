package dev.tautline.cli;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Secret;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks the secrets that a single line may hold. Knows no file format, so when in doubt it hides too much.
final class SecretWords {
    /// The directives of nginx that name where requests go, and nothing secret (nginx documentation,
    /// ngx_stream_proxy_module, ngx_http_proxy_module and its like).
    private static final String PASSED_ON = "(?<=\\b(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass)\\s+[^\\s:=]";

    private static final Pattern NAME = Pattern.compile("(?i:passw|passphrase|secret|credential|pwd|token)"
            + "|(?i:(?:api|private|access|account|encryption|signing)[-_. ]?key)"
            + "|(?<![A-Za-z])(?i:pass)(?![a-z]|" + PASSED_ON + ")|(?<=[a-z])Pass(?![a-z])");
    /// What follows the name of a secret that is already masked.
    private static final Pattern IS_MASKED = Pattern.compile("[\\w.-]*=" + Pattern.quote(Secret.MASK));
    /// A key at the start of a line, in YAML, JSON, properties, ini, or an environment file.
    private static final Pattern KEY =
            Pattern.compile("^\\s*(?:-\\s+)*(?:export\\s+)?[\"']?[\\w.\\-\\[\\]/]+[\"']?\\s*[:=]\\s*");
    /// `user/password@host`, as in URLs of Oracle.
    private static final Pattern SLASHED = Pattern.compile("[^\\s:'\"=/]+/[^\\s'\"/@]+@");
    /// Long runs of letters and digits: keys, hashes, Base64 (RFC 4648).
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{24,}={0,2}");

    private SecretWords() {}

    static boolean in(String line) {
        return NAME.matcher(line).find();
    }

    /// The line with URLs, long random text and the values of secret names masked.
    static String masked(String line) {
        var withoutUrls = SLASHED.matcher(urlMasked(line)).replaceAll(Matcher.quoteReplacement(Secret.MASK + "@"));
        var shown = RUN.matcher(withoutUrls).replaceAll(SecretWords::maskedRun);
        return namesOpenSecret(shown) ? valueMasked(line) : shown;
    }

    /// JdbcUrl's own rules, from where the URL begins.
    private static String urlMasked(String line) {
        var start = line.toLowerCase(Locale.ROOT).indexOf("jdbc:");
        return start < 0 ? JdbcUrl.mask(line) : line.substring(0, start) + JdbcUrl.mask(line.substring(start));
    }

    private static String maskedRun(MatchResult run) {
        var text = run.group();
        var isRandom = text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase);
        return Matcher.quoteReplacement(isRandom ? Secret.MASK : text);
    }

    private static boolean namesOpenSecret(String line) {
        return NAME.matcher(line)
                .results()
                .anyMatch(name -> !IS_MASKED
                        .matcher(line)
                        .region(name.end(), line.length())
                        .lookingAt());
    }

    /// Only the key stays, and not even that when the line does not begin with one.
    static String valueMasked(String line) {
        var key = KEY.matcher(line);
        if (key.find()) {
            return key.end() == line.length() ? line : key.group() + Secret.MASK;
        }
        return line.isBlank() ? line : line.replaceFirst("\\S.*", Matcher.quoteReplacement(Secret.MASK));
    }
}
