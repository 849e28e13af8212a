package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands before the `//` of a URL: for whom it is written, the drivers around the real one (`aws-wrapper`,
/// `p6spy`), the sub-protocol, and how several hosts are used (`replication`, `loadbalance`, `srv`).
public record UrlScheme(Form form, Optional<String> wrapper, String subprotocol, Optional<String> mode) {
    /// Which kind of client takes the URL.
    public enum Form {
        JDBC,
        /// `postgresql://…`, as libpq and most languages but Java take it.
        LIBPQ,
        /// `r2dbc:postgresql://…`, as reactive applications in Java take it: other drivers with other options.
        R2DBC
    }

    /// A scheme, and the first letter after it.
    record Read(UrlScheme scheme, int end) {}

    private static final String JDBC = "jdbc:";
    private static final String SECRETS_MANAGER = "jdbc-secretsmanager:";
    private static final String SRV = "+srv";
    private static final Pattern LIBPQ = Pattern.compile("(?i)postgres(ql)?(\\+\\w+)?://");
    private static final Pattern R2DBC =
            Pattern.compile("(?i)r2dbcs?:(?:(pool|proxy|wrapper):)*(?<driver>[a-z0-9]+)://");
    private static final Set<String> WRAPPERS = Set.of("aws-wrapper", "log4jdbc", "otel", "p6spy", "tc", "tracing");

    static boolean isJdbc(String text) {
        return startsWith(text, JDBC) || startsWith(text, SECRETS_MANAGER);
    }

    static boolean isLibpq(String text) {
        return LIBPQ.matcher(text).lookingAt();
    }

    static boolean isR2dbc(String text) {
        return R2DBC.matcher(text).lookingAt();
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /// Reads the scheme of a URL for which [#isJdbc] holds, as far as the sub-protocol's colon.
    static Read ofJdbc(UrlText text) {
        var wrappers = new ArrayList<String>();
        var whole = new Piece(0, text.length());
        var from = text.indexOf(':', whole) + 1;
        if (from == SECRETS_MANAGER.length()) {
            wrappers.add("secretsmanager");
        }
        var word = word(text, from);
        while (WRAPPERS.contains(text.of(word)) && word.to() < text.length()) {
            wrappers.add(text.of(word));
            word = word(text, word.to() + 1);
        }
        var name = text.of(word);
        var isSrv = name.endsWith(SRV);
        var scheme = new UrlScheme(
                Form.JDBC,
                wrappers.isEmpty() ? Optional.empty() : Optional.of(String.join(":", wrappers)),
                isSrv ? name.substring(0, name.length() - SRV.length()) : name,
                isSrv ? Optional.of("srv") : Optional.empty());
        return new Read(scheme, Math.min(word.to() + 1, text.length()));
    }

    private static Piece word(UrlText text, int from) {
        var colon = text.indexOf(':', new Piece(from, text.length()));
        return new Piece(from, colon < 0 ? text.length() : colon);
    }

    static Read ofLibpq(String text) {
        var scheme = new UrlScheme(Form.LIBPQ, Optional.empty(), "postgresql", Optional.empty());
        return new Read(scheme, text.indexOf("//"));
    }

    /// Reads the scheme of a URL for which [#isR2dbc] holds.
    static Read ofR2dbc(String text) {
        var found = R2DBC.matcher(text);
        var driver = found.lookingAt() ? found.group("driver").toLowerCase(Locale.ROOT) : "";
        var scheme = new UrlScheme(Form.R2DBC, Optional.empty(), driver, Optional.empty());
        return new Read(scheme, text.indexOf("//"));
    }

    UrlScheme withMode(String more) {
        return new UrlScheme(
                form,
                wrapper,
                subprotocol,
                Optional.of(mode.map(m -> m + ":" + more).orElse(more)));
    }

    boolean isWrappedIn(String name) {
        return wrapper.stream().anyMatch(all -> List.of(all.split(":", -1)).contains(name));
    }

    @Override
    public String toString() {
        var prefix = switch (form) {
            case LIBPQ -> "";
            case R2DBC -> "r2dbc:";
            case JDBC -> wrapper.map(all -> JDBC + all + ":").orElse(JDBC);
        };
        return prefix + UrlMask.shown(subprotocol) + ":"
                + mode.map(m -> UrlMask.shown(m) + ":").orElse("");
    }
}
