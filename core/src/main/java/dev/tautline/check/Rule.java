package dev.tautline.check;

import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.settings.Setting;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A defect that can be recognised in a link. Rules are pure and stateless: the same link gives the same
/// verdict. A new rule is one class, one page under `docs/reference/rules`, and one line in its family's
/// list.
public sealed interface Rule permits ClientRule, HopRule, LinkRule, RouteRule, ServerRule, WorkloadRule {
    Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /// The name in reports and pages: the class's name in lower case with dashes.
    default String id() {
        return HUMP.matcher(getClass().getSimpleName()).replaceAll("-").toLowerCase(java.util.Locale.ROOT);
    }

    /// What it is about: the name of the package that it stands in, such as `timeouts`.
    default String family() {
        var name = getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// How bad the worst consequence is.
    Severity severity();

    /// Who can mend it.
    Owner owner();

    /// A finding of this rule. What is read first is what it points at.
    default Finding finding(String subject, String headline, String consequence, Edit edit, Evidence... read) {
        return new Finding(id(), severity(), owner(), subject, headline, consequence, edit, List.of(read));
    }

    /// Judges a known value; otherwise says why nothing can be judged.
    static <T> Verdict given(Setting<T> setting, Function<Setting.Known<T>, Verdict> judgement) {
        return switch (setting) {
            case Setting.Known<T> known -> judgement.apply(known);
            case Setting.Unresolved<T> open -> Verdict.undecided(unresolved(open));
            case Setting.Malformed<T> bad ->
                Verdict.undecided(bad.key() + " is '" + bad.text() + "' at " + bad.origin() + ", which is not "
                        + bad.key().type().allowed());
            case Setting.Unset<T> unset -> Verdict.undecided(unset.key() + " is not set and has no documented default");
        };
    }

    /// Judges a value that somebody chose; a default needs no judgement.
    static <T> Verdict chosen(Setting<T> setting, Function<Setting.Known<T>, Verdict> judgement) {
        var isDefault = setting instanceof Setting.Known<T> known && !known.isChosen();
        return isDefault || setting instanceof Setting.Unset<T>
                ? Verdict.notApplicable(setting.key() + " is not set")
                : given(setting, judgement);
    }

    /// The same words for everything that may stand in one unseen place, so that a report tells them once.
    private static String unresolved(Setting.Unresolved<?> open) {
        return open.isRest()
                ? "what is not written may be set in a place that is not read: "
                        + open.text().replaceFirst("^\\$\\{(.*)}$", "$1") + " (" + open.origin()
                        + ")"
                : open.key() + " is " + open.text() + " at " + open.origin() + ", and nothing here resolves it";
    }
}
