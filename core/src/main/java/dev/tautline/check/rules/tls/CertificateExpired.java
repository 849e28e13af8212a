package dev.tautline.check.rules.tls;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// A certificate that is in use is over, ends soon, or has not begun.
public final class CertificateExpired implements LinkRule {
    /// What authorities and their tools take for the time to renew (certbot, cert-manager).
    private static final Duration SOON = Duration.ofDays(30);

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Link link) {
        var now = link.certificates().readAt();
        var uses = CertificateUse.in(link).toList();
        return uses.isEmpty()
                ? Verdict.notApplicable("no setting points at a certificate that is here")
                : Verdict.of(uses.stream()
                        .flatMap(use -> finding(use, now).stream())
                        .distinct()
                        .toList());
    }

    private Optional<Finding> finding(CertificateUse use, Instant now) {
        var certificate = use.decisive();
        if (!certificate.until().isAfter(now)) {
            return Optional.of(
                    finding(use, "ended on " + day(certificate.until()), use.isChecked() ? severity() : Severity.HIGH));
        }
        if (certificate.from().isAfter(now)) {
            return Optional.of(
                    finding(use, "begins on " + day(certificate.from()), use.isChecked() ? severity() : Severity.HIGH));
        }
        return certificate.until().isAfter(now.plus(SOON))
                ? Optional.empty()
                : Optional.of(finding(use, "ends on " + day(certificate.until()), Severity.HIGH));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Finding finding(CertificateUse use, String validity, Severity severity) {
        var certificate = use.decisive();
        var found = finding(
                        use.subject(),
                        "the certificate of " + use.setting().key() + " " + validity,
                        "From that instant on every new connection of those who look at the certificate fails; the old ones live"
                                + " on, so it spreads from instance to instance as pools replace their connections.",
                        new Edit.Decide(
                                certificate.origin(), "renew the certificate, and have something renew it from now on"),
                        new Evidence("certificate", validity, certificate.origin()),
                        Evidence.of(use.setting()))
                .withSeverity(severity);
        return at(use.stage(), found);
    }
}
