package dev.tautline.check.change;

import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.List;
import java.util.Locale;

/// A step from one configuration to the next that is a risk of its own, even where both ends would pass the check. Pure
/// and stateless.
public sealed interface ChangeRule permits ClientChangeRule, ServerChangeRule {
    /// The name in reports: the class's name in lower case with dashes.
    default String id() {
        return Rule.HUMP.matcher(getClass().getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /// How bad the worst consequence is.
    Severity severity();

    /// Who can tell whether it was meant.
    Owner owner();

    /// A finding of this rule. What is read first is what it points at: the value that holds now.
    default Finding finding(String subject, String headline, String consequence, String undo, Evidence... read) {
        var edit = new Edit.Decide(read[0].origin(), undo);
        return new Finding(id(), severity(), owner(), subject, headline, consequence, edit, List.of(read));
    }
}
