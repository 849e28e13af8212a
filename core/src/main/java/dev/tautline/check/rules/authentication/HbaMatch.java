package dev.tautline.check.rules.authentication;

import dev.tautline.link.HbaLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether a rule of `pg_hba.conf` matches one attempt to log in; empty where that cannot be told.
record HbaMatch(Login login, boolean tls) {
    private static final Set<String> GROUPS = Set.of("samerole", "samegroup");

    Optional<Boolean> of(HbaLine line) {
        if (line.type().equals("include")) {
            return Optional.empty();
        }
        if (!isOfType(line.type())) {
            return Optional.of(false);
        }
        return and(List.of(any(line.databases(), this::isDatabase), any(line.users(), this::isUser), isAddress(line)));
    }

    /// GSS encryption needs Kerberos, which a plain log-in has not.
    private boolean isOfType(String type) {
        return switch (type) {
            case "hostssl" -> tls;
            case "hostnossl" -> !tls;
            case "host", "hostnogssenc" -> true;
            default -> false;
        };
    }

    private Optional<Boolean> isDatabase(String name) {
        if (GROUPS.contains(name)) {
            return Optional.empty();
        }
        return switch (name) {
            case "all" -> Optional.of(true);
            case "replication" -> Optional.of(false);
            case "sameuser" -> Optional.of(login.database().equals(login.user()));
            default -> isName(name, login.database());
        };
    }

    private Optional<Boolean> isUser(String name) {
        return name.equals("all") ? Optional.of(true) : isName(name, login.user());
    }

    /// Members of a group, names in another file and regular expressions are not looked up.
    private static Optional<Boolean> isName(String name, String wanted) {
        if (name.startsWith("+") || name.startsWith("@") || name.startsWith("/") || name.contains("${")) {
            return Optional.empty();
        }
        return Optional.of(name.replace("\"", "").equals(wanted));
    }

    /// From where a client comes is not written anywhere; only that it comes from another machine.
    private Optional<Boolean> isAddress(HbaLine line) {
        if (HbaAddress.isEverywhere(line)) {
            return Optional.of(true);
        }
        var isElsewhere = !login.route().address().isLoopback();
        return HbaAddress.isOwnMachine(line) && isElsewhere ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> any(List<String> names, Function<String, Optional<Boolean>> matches) {
        var answers = names.stream().map(matches).toList();
        if (answers.contains(Optional.of(true))) {
            return Optional.of(true);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> and(List<Optional<Boolean>> answers) {
        if (answers.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }
}
