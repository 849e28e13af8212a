package dev.tautline.finding;

import dev.tautline.settings.Origin;
import java.util.List;

/// One defect at one place: what was read, what it leads to in the words of whoever will be paged, and the edit that
/// mends it. `read` is never empty; its first entry is what the finding points at.
public record Finding(
        String rule,
        Severity severity,
        Owner owner,
        String subject,
        String headline,
        String consequence,
        Edit edit,
        List<Evidence> read,
        Fix fix) {
    /// Whether a program may make the edit without asking.
    public enum Fix {
        /// It only makes the file say what it plainly was meant to say; the rule decided so.
        SAFE,
        /// It changes what the service does, or there is more than one way: a person decides.
        ASK
    }

    public Finding {
        read = List.copyOf(read);
        if (read.isEmpty()) {
            throw new IllegalArgumentException(rule + ": a finding needs what was read");
        }
    }

    /// A finding whose edit a person decides about.
    public Finding(
            String rule,
            Severity severity,
            Owner owner,
            String subject,
            String headline,
            String consequence,
            Edit edit,
            List<Evidence> read) {
        this(rule, severity, owner, subject, headline, consequence, edit, read, Fix.ASK);
    }

    /// The same, with an edit that a program may make.
    public Finding mendedSafely() {
        return new Finding(rule, severity, owner, subject, headline, consequence, edit, read, Fix.SAFE);
    }

    /// Where it is: the origin of what was read first.
    public Origin at() {
        return read.getFirst().origin();
    }

    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, owner, subject, headline, consequence, edit, read, fix);
    }

    public Finding withConsequence(String other) {
        return new Finding(rule, severity, owner, subject, headline, other, edit, read, fix);
    }

    public Finding withEdit(Edit other) {
        return new Finding(rule, severity, owner, subject, headline, consequence, other, read, fix);
    }

    public Finding withSubject(String other) {
        return new Finding(rule, severity, owner, other, headline, consequence, edit, read, fix);
    }
}
