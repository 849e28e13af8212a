package dev.tautline.probe;

import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.ServerCertificate;
import dev.tautline.settings.SslMode;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each `sslmode` would do with a server, as far as one climb shows it; nothing is connected to again.
///
/// @param verdict whether a connection under this mode works
/// @param why what makes it so
public record SslModeOutlook(Verdict verdict, String why) {
    /// Three answers, for one climb cannot tell all.
    public enum Verdict {
        WORKS,
        FAILS,
        UNKNOWN
    }

    /// One outlook for each mode; empty when the climb ended before it was known whether the server offers TLS.
    ///
    /// @param clock by which the dates of certificates are judged
    public static Map<SslMode, SslModeOutlook> of(LadderResult result, Clock clock) {
        var outlooks = new EnumMap<SslMode, SslModeOutlook>(SslMode.class);
        result.seen(Encryption.class).ifPresent(seen -> {
            for (var mode : SslMode.values()) {
                outlooks.put(mode, of(mode, seen, result, clock));
            }
        });
        return outlooks;
    }

    private static SslModeOutlook of(SslMode mode, Encryption seen, LadderResult result, Clock clock) {
        boolean letIn = result.seen(ServerAnswer.class).isPresent();
        return switch (seen.offer()) {
            case ENCRYPTED -> encrypted(mode, seen, result, letIn, clock);
            case NOT_OFFERED ->
                mode.demandsTls()
                        ? new SslModeOutlook(Verdict.FAILS, "the server offers no TLS")
                        : inTheClear(letIn, "in the clear");
            case NOT_ASKED ->
                mode == SslMode.DISABLE || mode == SslMode.ALLOW
                        ? inTheClear(letIn, "in the clear")
                        : new SslModeOutlook(Verdict.UNKNOWN, "this climb did not ask for TLS");
        };
    }

    private static SslModeOutlook inTheClear(boolean letIn, String how) {
        return letIn
                ? new SslModeOutlook(Verdict.WORKS, how)
                : new SslModeOutlook(Verdict.UNKNOWN, "this climb was not let in");
    }

    private static SslModeOutlook encrypted(
            SslMode mode, Encryption seen, LadderResult result, boolean letIn, Clock clock) {
        if (mode == SslMode.DISABLE) {
            return new SslModeOutlook(Verdict.UNKNOWN, "pg_hba.conf decides, and this climb was over TLS");
        }
        var refusal = mode.demandsKnownAuthority()
                ? refusal(mode, seen.certificate(), result, clock)
                : Optional.<String>empty();
        if (refusal.isPresent()) {
            return new SslModeOutlook(Verdict.FAILS, refusal.get());
        }
        if (!letIn) {
            return new SslModeOutlook(Verdict.UNKNOWN, "this climb was not let in");
        }
        return new SslModeOutlook(
                Verdict.WORKS,
                mode == SslMode.ALLOW
                        ? "in the clear if pg_hba.conf lets it, else over TLS"
                        : mode.demandsKnownAuthority()
                                ? "over TLS, certificate verified"
                                : "over TLS, certificate not verified");
    }

    private static Optional<String> refusal(
            SslMode mode, @Nullable ServerCertificate certificate, LadderResult result, Clock clock) {
        if (certificate == null) {
            return Optional.of("no certificate was shown");
        }
        try {
            CertificateJudge.of(result.target(), mode, clock).judge(certificate);
            return Optional.empty();
        } catch (StepFailed refused) {
            return Optional.of(refused.symptom().words());
        }
    }
}
