package dev.tautline.check.rules.compose;

import dev.tautline.check.Login;
import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.Written;

/// A user that the image does not make.
public final class UserUnknownToDatabase implements RouteRule {
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
        var user = Login.of(route.client()).user();
        var found = OwnDatabase.of(route);
        if (found.isEmpty() || user.isEmpty()) {
            return Verdict.notApplicable("no database of an image, or no user that can be seen");
        }
        var database = found.get();
        if (!database.isOnlyOfVariables()) {
            return Verdict.undecided("scripts or variables that cannot be seen may make the user");
        }
        return database.surelyLacks(user.get().value(), database.users())
                ? Verdict.violation(finding(route, user.get(), database))
                : Verdict.PASS;
    }

    private Finding finding(Route route, Login.Part<String> user, OwnDatabase database) {
        var made = database.users().getFirst();
        var image = database.image();
        return finding(
                route,
                "the database has a user '" + made + "', and none named '" + user.value() + "'",
                "\"password authentication failed for user '" + user.value()
                        + "'\": the server says no more, and it sounds" + " like a wrong password.",
                new Edit.Decide(user.origin(), "log in as " + made + ", or have the image make " + user.value()),
                new Evidence("user", user.value(), user.origin()),
                new Evidence(
                        "user of the image",
                        made,
                        image.user().map(Written::origin).orElseGet(() -> ComposeDatabases.at(image))));
    }
}
