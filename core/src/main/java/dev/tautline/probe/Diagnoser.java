package dev.tautline.probe;

import dev.tautline.probe.Symptom.Foreign;
import dev.tautline.probe.Symptom.Judged;
import dev.tautline.probe.Symptom.Refused;
import dev.tautline.probe.Symptom.SystemError;
import dev.tautline.probe.Symptom.TimedOut;
import dev.tautline.probe.wire.Printable;
import dev.tautline.probe.wire.ServerMessage;
import dev.tautline.settings.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// From a symptom to its one failure kind, and from there to the failure with the target's own names in the texts.
///
/// @param address the address climbed to, as text; the host as long as there is none
/// @param heard the peer had sent at least one byte, so a process of its own is behind the port
record Diagnoser(ProbeTarget target, String address, boolean heard) {

    /// The name of PgBouncer's console, which no database can have there.
    private static final String CONSOLE = "pgbouncer";

    Failure diagnose(Step step, Symptom symptom, List<String> provenFine) {
        var kind = kind(step, symptom);
        return new Failure(
                kind,
                symptom.code(),
                scrub(symptom.words()),
                Printable.line(fill(kind.cause(), target.host()) + new GivenLogin(target).remark(kind)),
                kind.owner(),
                provenFine,
                new NextCommand(names(target.dialled())).filled(kind.next()),
                fill(kind.fix(), target.host()));
    }

    private FailureKind kind(Step step, Symptom symptom) {
        return switch (symptom) {
            case Judged judged -> judged.kind();
            case Foreign foreign -> ForeignProtocol.recognise(foreign.opening());
            case Refused refused -> refused(step, refused.message());
            case TimedOut timedOut -> timedOut.cutShort() ? FailureKind.DEADLINE_TOO_SHORT : silence(step, heard);
            case SystemError error ->
                TlsAlerts.aboutOurCertificate(error.error())
                        .orElseGet(() -> systemError(step, Errno.of(error.error())));
        };
    }

    /// The console understands nothing of what a driver sets when it opens a session, whoever logs in. A pooler that
    /// passes on another name than ours was told to lead there.
    private FailureKind refused(Step step, ServerMessage message) {
        var kind = ServerErrors.kind(step, message);
        if (kind == FailureKind.DATABASE_UNKNOWN
                && message.fromPooler()
                && !message.text().contains(target.database())) {
            return FailureKind.POOLER_DATABASE_UNKNOWN;
        }
        boolean isConsole = message.fromPooler() && target.database().equals(CONSOLE);
        return isConsole && kind == FailureKind.SERVER_ERROR ? FailureKind.POOLER_CONSOLE : kind;
    }

    /// What silence in a step is called.
    ///
    /// @param heard there had been at least one byte
    static FailureKind silence(Step step, boolean heard) {
        return switch (step) {
            case RESOLVE -> FailureKind.RESOLVER_SILENT;
            case CONNECT -> FailureKind.NO_ANSWER;
            case TLS, QUERY, ROLE, CAPACITY, WRITE -> afterWords(FailureKind.STEP_TIMED_OUT, heard);
            case AUTHENTICATE, SESSION -> afterWords(FailureKind.LOG_IN_UNANSWERED, heard);
        };
    }

    private static FailureKind afterWords(FailureKind silence, boolean heard) {
        return heard ? silence : FailureKind.ACCEPTED_THEN_SILENT;
    }

    private FailureKind systemError(Step step, Errno errno) {
        return switch (errno) {
            case EAI_NONAME -> placeholder() ? FailureKind.NAME_UNRESOLVED_PLACEHOLDER : FailureKind.NAME_UNKNOWN;
            case EAI_AGAIN -> FailureKind.RESOLVER_UNAVAILABLE;
            case ECONNREFUSED -> FailureKind.CONNECTION_REFUSED;
            case ETIMEDOUT -> silence(step, heard);
            case EHOSTUNREACH -> FailureKind.UNREACHABLE;
            case EADDRNOTAVAIL -> FailureKind.LOCAL_ADDRESS_EXHAUSTED;
            case EMFILE -> FailureKind.FILE_DESCRIPTORS_EXHAUSTED;
            case EACCES -> FailureKind.CONNECT_FORBIDDEN;
            case ECONNRESET -> broken(FailureKind.RESET_AFTER_ACCEPT);
            case EOF -> broken(FailureKind.CLOSED_AFTER_ACCEPT);
            case EIO -> step == Step.CONNECT ? FailureKind.CONNECT_FAILED : FailureKind.CONNECTION_LOST;
        };
    }

    /// A reset may overtake the end of CONNECT. It is a reset after the accept even so: a reset in place of one is
    /// refusal.
    private FailureKind broken(FailureKind whenNothingWasHeard) {
        return heard ? FailureKind.CONNECTION_LOST : whenNothingWasHeard;
    }

    private boolean placeholder() {
        return target.host().contains("${") || target.host().contains("{{");
    }

    /// A command has to go where we went; of people's servers and of certificates we speak by name.
    private Map<String, String> names(String host) {
        var names = new HashMap<String, String>();
        names.put("host", host);
        names.put("port", Integer.toString(target.port()));
        names.put("address", address);
        names.put("database", target.database());
        names.put("user", target.user());
        names.put("sslmode", target.sslMode().toString().toLowerCase(Locale.ROOT));
        names.put("sslrootcert", CertificateJudge.rootCertificate(target).toString());
        names.put("sslcert", target.tls().certificateFile().toString());
        names.put("sslkey", target.tls().keyFile().toString());
        names.replaceAll((_, name) -> Printable.line(name));
        return names;
    }

    private String fill(String text, String host) {
        var filled = text;
        for (var name : names(host).entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /// Servers and drivers do quote their input, and whoever answers may send what moves a terminal's cursor.
    private String scrub(String words) {
        var password = target.password();
        return Printable.line(
                password == null || password.isEmpty() ? words : words.replace(password.reveal(), Secret.MASK));
    }
}
