package dev.tautline.watch.server.log;

import dev.tautline.diagnosis.ServerRefusals.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who was refused and why; what the log does not tell is empty. Names are those that the client gave.
public record RefusedLogin(Kind kind, String role, String database, String address) {
    /// NAMEDATALEN less one: names of PostgreSQL are no longer, those that a client makes up may be.
    private static final int LONGEST = 63;

    private record Words(Pattern pattern, Kind kind) {
        static Words of(Kind kind, String expression) {
            return new Words(Pattern.compile(expression, Pattern.DOTALL), kind);
        }
    }

    /// The messages of PostgreSQL 13 to 18: `auth.c`, `miscinit.c`, `postinit.c`, `proc.c`, `backend_startup.c`,
    /// `be-secure-openssl.c`. The last two kinds are written as LOG, for nobody is there to be told.
    private static final List<Words> WORDS = List.of(
            Words.of(
                    Kind.HOST_RULES,
                    "(?:no pg_hba\\.conf entry for (?:replication connection from )?"
                            + "|pg_hba\\.conf rejects (?:replication )?connection for )"
                            + "host \"(?<address>[^\"]*)\", user \"(?<role>.*?)\"(?:, database \"(?<database>.*?)\")?,.*"),
            Words.of(Kind.HOST_RULES, "authentication failed for user \"(?<role>.*)\": host rejected"),
            Words.of(Kind.PASSWORD, "password authentication failed for user \"(?<role>.*)\""),
            Words.of(Kind.PASSWORD, "empty password returned by client"),
            Words.of(Kind.IDENTITY, "[\\w\"]+(?: bearer)? authentication failed for user \"(?<role>.*)\""),
            Words.of(Kind.IDENTITY, "connection requires a valid client certificate"),
            Words.of(Kind.ROLE, "role \"(?<role>.*)\" (?:does not exist|is not permitted to log in)"),
            Words.of(
                    Kind.DATABASE,
                    "database \"(?<database>.*)\" (?:does not exist|is not currently accepting connections)"),
            Words.of(Kind.DATABASE, "permission denied for database \"(?<database>.*)\""),
            Words.of(Kind.ROLE_LIMIT, "too many connections for role \"(?<role>.*)\""),
            Words.of(Kind.DATABASE_LIMIT, "too many connections for database \"(?<database>.*)\""),
            Words.of(
                    Kind.SLOTS,
                    "(?:remaining connection slots are reserved for|sorry, too many clients already"
                            + "|number of requested standby connections exceeds).*"),
            Words.of(
                    Kind.PROTOCOL,
                    "(?:unsupported frontend protocol|invalid startup packet layout|invalid length of startup packet"
                            + "|no PostgreSQL user name specified in startup packet).*"),
            Words.of(Kind.TLS, "could not accept SSL connection.*"));

    /// In other languages the SQLSTATE alone tells, and less.
    private static final Map<String, Kind> STATES =
            Map.of("28P01", Kind.PASSWORD, "28000", Kind.IDENTITY, "3D000", Kind.DATABASE, "53300", Kind.SLOTS);

    /// Empty when the entry refuses no log-in.
    public static Optional<RefusedLogin> in(LogEntry entry) {
        if (!entry.isEnglish()) {
            return Optional.ofNullable(STATES.get(entry.state()))
                    .map(kind -> of(kind, entry.role(), entry.database(), entry.address()));
        }
        return entry.severity().equals("FATAL") || entry.severity().equals("LOG") ? byWords(entry) : Optional.empty();
    }

    private static Optional<RefusedLogin> byWords(LogEntry entry) {
        boolean fatal = entry.severity().equals("FATAL");
        for (var words : WORDS) {
            var matcher = words.pattern().matcher(entry.message());
            boolean unsaid = words.kind() == Kind.PROTOCOL || words.kind() == Kind.TLS;
            if ((fatal || unsaid) && matcher.matches()) {
                return Optional.of(of(
                        words.kind(),
                        told(matcher, "role", entry.role()),
                        told(matcher, "database", entry.database()),
                        told(matcher, "address", entry.address())));
            }
        }
        return Optional.empty();
    }

    private static String told(Matcher matcher, String group, String otherwise) {
        var text = matcher.namedGroups().containsKey(group) ? matcher.group(group) : null;
        return text == null ? otherwise : text;
    }

    private static RefusedLogin of(Kind kind, String role, String database, String address) {
        return new RefusedLogin(kind, name(role), name(database), name(address));
    }

    private static String name(String given) {
        var printable = given.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }
}
