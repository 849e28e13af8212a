package dev.tautline.probe;

import java.util.Locale;

/// What a passed ladder can still point out, with the step it belongs to and what to do about it.
public enum RemarkKind {
    CERTIFICATE_EXPIRES_SOON(
            Step.TLS, "Renew the certificate and reload the server (pg_ctl reload); no restart is needed.");

    private final Step step;
    private final String advice;

    RemarkKind(Step step, String advice) {
        this.step = step;
        this.advice = advice;
    }

    public Step step() {
        return step;
    }

    public String advice() {
        return advice;
    }

    /// The stable name for files and JSON: `certificate-expires-soon`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
