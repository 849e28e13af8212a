package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The server's certificate is not valid at this time. Only clients that verify it fail (`verify-ca`,
/// `verify-full`), so the guard reads its dates itself, whatever its own `sslmode`.
final class CertificateExpired implements Hypothesis {
    private static final Set<FailureKind> SAY_SO =
            EnumSet.of(FailureKind.CERTIFICATE_EXPIRED, FailureKind.CERTIFICATE_NOT_YET_VALID);

    private static final Cause CAUSE = new Cause("certificate-expired", "Server certificate expired", Owner.SECURITY);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var failures = PathFailure.in(scene);
        var told = failures.stream()
                .filter(failure -> SAY_SO.contains(failure.kind()) || speaksOfDates(failure))
                .findFirst();
        if (told.isPresent()) {
            return supported(told.get(), scene);
        }
        var refused =
                failures.stream().filter(failure -> failure.step() == Step.TLS).findFirst();
        var invalid = certificates(scene).stream()
                .filter(latest -> !valid(latest, scene))
                .findFirst();
        if (refused.isPresent() && invalid.isPresent()) {
            return supported(refused.get(), scene);
        }
        var shown =
                certificates(scene).stream().map(latest -> dates(latest, scene)).toList();
        if (shown.isEmpty()) {
            return refused.isPresent() || Climbed.fresh(scene).isEmpty()
                    ? new Unknown("no certificate was shown to the guard")
                    : Climbed.judge(scene, Step.TLS);
        }
        return new Refuted(shown);
    }

    /// The words of the JDK's validator, as applications report them (PKIXValidator, JDK 25).
    private static boolean speaksOfDates(PathFailure failure) {
        var words = failure.words().toLowerCase(Locale.ROOT);
        return failure.step() == Step.TLS
                && (words.contains("validity check failed")
                        || words.contains("notafter")
                        || words.contains("certificate expired"));
    }

    private static List<LadderResult> certificates(Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.silentSeconds() == 0)
                .flatMap(route -> Optional.ofNullable(route.latest()).stream())
                .filter(latest -> latest.certificate() != null)
                .toList();
    }

    private static boolean valid(LadderResult latest, Scene scene) {
        var certificate = latest.certificate();
        return certificate == null
                || (certificate.notAfter().isAfter(scene.at())
                        && !certificate.notBefore().isAfter(scene.at()));
    }

    private static String dates(LadderResult latest, Scene scene) {
        var certificate = latest.certificate();
        return certificate == null
                ? latest.target().endpoint() + " shows no certificate"
                : "%s shows a certificate valid from %s to %s, %d days from now"
                        .formatted(
                                latest.target().endpoint(),
                                certificate.notBefore(),
                                certificate.notAfter(),
                                certificate.daysLeft(scene.at()));
    }

    private static Supported supported(PathFailure failure, Scene scene) {
        var evidence = new ArrayList<String>();
        evidence.add(failure.describe());
        certificates(scene).forEach(latest -> evidence.add(dates(latest, scene)));
        return new Supported(
                CAUSE,
                Suffering.subject(failure, scene),
                Strength.CERTAIN,
                "the server's certificate is not valid at this time, and clients that verify it fail",
                evidence,
                "Renew the certificate and reload the server (SELECT pg_reload_conf()); no restart is needed.",
                null);
    }
}
