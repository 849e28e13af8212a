package dev.tautline.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of a URL's text, whatever its scheme and however malformed it is: rather too much than too little.
final class UrlMask {
    private static final Pattern PARAMETER = Pattern.compile("([?&;])([^=&;?]+)=([^&;]*)");
    private static final Pattern DATABASE = Pattern.compile("(?i)(postgres|mysql|mariadb)[\\w+]*:");
    private static final Pattern IN_AN_ADDRESS = Pattern.compile("(?i)[(,]\\s{0,9}(user|password)\\w{0,9}\\s{0,9}=");
    /// What a host, a database and a parameter's name are made of, unless something else slipped in.
    private static final Pattern SUSPECT = Pattern.compile("[=@;&?]");
    private static final List<Vocabulary> DRIVERS = List.of(
            PgjdbcKeys.VOCABULARY, LibpqKeys.VOCABULARY, ConnectorJKeys.VOCABULARY, MariaDbDriverKeys.VOCABULARY);

    private UrlMask() {}

    static String mask(String text) {
        if (!text.contains("://")
                && !UrlScheme.isJdbc(text)
                && !DATABASE.matcher(text).lookingAt()) {
            return ConnInfo.mask(text);
        }
        return PARAMETER
                .matcher(withoutUserInAddress(withoutUserInfo(text)))
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) + part.group(2) + "=" + shown(part.group(2), part.group(3))));
    }

    /// Up to the last @ there is, because a password may hold any sign.
    private static String withoutUserInfo(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0) {
            return text;
        }
        var slashes = text.indexOf("//");
        // jdbc:oracle:thin:user/password@host has none before the @.
        var start = slashes >= 0 && slashes < at ? slashes + 2 : Math.min(afterScheme(text), at);
        return text.substring(0, start) + Secret.MASK + text.substring(at);
    }

    private static int afterScheme(String text) {
        var first = text.indexOf(':') + 1;
        return UrlScheme.isJdbc(text) ? text.indexOf(':', first) + 1 : first;
    }

    /// `address=(host=db)(user=…)(password=…)`: up to the last bracket there is.
    private static String withoutUserInAddress(String text) {
        var found = IN_AN_ADDRESS.matcher(text);
        if (!found.find()) {
            return text;
        }
        var close = Math.max(text.lastIndexOf(')'), found.end());
        return text.substring(0, found.end()) + Secret.MASK + text.substring(close);
    }

    /// A name in a URL, unless it holds signs that may mean that a password was taken for it.
    static String shown(String name) {
        return SUSPECT.matcher(UrlHoles.outline(name)).find() ? Secret.MASK : name;
    }

    /// A parameter's value, unless it is a user's name or a secret, or stands under a name that we do not know: it may
    /// be a
    /// misspelt password.
    static String shown(String name, String value) {
        var isSafe = known(name)
                .map(key -> !key.type().isSecret()
                        && !key.name().toLowerCase(Locale.ROOT).equals("user"))
                .orElse(value.equals("true") || value.equals("false"));
        return isSafe ? value : Secret.MASK;
    }

    private static Optional<SettingKey<?>> known(String name) {
        return DRIVERS.stream().flatMap(driver -> driver.find(name).stream()).findFirst();
    }
}
