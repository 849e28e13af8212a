package dev.tautline.check.rules.compose;

import dev.tautline.check.Login;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Surroundings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Route;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Written;
import java.util.Optional;

/// The application's password is another than the one that the database is made with.
public final class PasswordDiffersFromDatabase implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        var login = Login.of(route.client());
        var database = OwnDatabase.of(route);
        if (database.isEmpty() || login.user().isEmpty() || login.password().isEmpty()) {
            return Verdict.notApplicable("no database of an image, or no password that can be seen");
        }
        if (Surroundings.unseen(database.get().workload()).isPresent()) {
            return Verdict.undecided("variables of the database come from a file that is not here");
        }
        var image = database.get().image();
        return passwordOf(image, login.user().get().value())
                .filter(Written::isResolved)
                .filter(made ->
                        !Secret.of(made.text()).equals(login.password().get().value()))
                .map(made -> Verdict.violation(finding(route, login, made)))
                .orElse(Verdict.PASS);
    }

    /// The password that the image gives to this user, if it makes the user at all.
    private static Optional<Written> passwordOf(DatabaseImage image, String user) {
        var made = image.user();
        if (made.filter(written -> !written.isResolved()).isPresent()) {
            return Optional.empty();
        }
        if (user.equals(made.map(Written::text).orElse(image.superuser()))
                && (made.isPresent() || !image.superuser().equals("root"))) {
            return image.password();
        }
        return user.equals("root")
                ? image.variable("MYSQL_ROOT_PASSWORD").or(() -> image.variable("MARIADB_ROOT_PASSWORD"))
                : Optional.empty();
    }

    private Finding finding(Route route, Login login, Written made) {
        var user = login.user().orElseThrow().value();
        var password = login.password().orElseThrow();
        return finding(
                route,
                "the password for '" + user + "' is not the one that the database is made with",
                "\"password authentication failed for user '" + user
                        + "'\" at every attempt, with a database that is new.",
                new Edit.Decide(password.origin(), "take both from one variable, such as ${DB_PASSWORD:?}"),
                new Evidence("password", Secret.MASK, password.origin()),
                new Evidence(made.key().replaceFirst("^.*\\.", ""), Secret.MASK, made.origin()));
    }
}
