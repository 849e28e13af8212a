package dev.tautline.probe;

import dev.tautline.probe.SecondCaller.Answer.HungUp;
import dev.tautline.probe.SecondCaller.Answer.NotConnected;
import dev.tautline.probe.SecondCaller.Answer.Silence;
import dev.tautline.probe.SecondCaller.Answer.Words;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Finds out what a silence means, by a second connection when the first is closed: it tells one session that waits
/// from a server that stands still, from a path that broke meanwhile, and from a listener that is no PostgreSQL at all.
///
/// ```
///                         a new connection …
///   before              | is answered       is accepted, silent   is refused    gets nowhere
///   ────────────────────┼──────────────────────────────────────────────────────────────────────
///   there were answers  | this session      the server stands     the server    the path broke
///                       | waits             still                 went away
///   not one byte        | it told itself    nobody at home        …             …
/// ```
///
/// @param heard at least one byte had come over the first connection
/// @param pooler it is known that a pooler answers there
record AfterSilence(ProbeTarget target, TcpConnection tcp, boolean heard, boolean pooler) {
    private static final String CODE = "ETIMEDOUT";

    /// @param step in which it was silent
    /// @param waited for how long
    /// @param deadline of the second call
    StepFailed judge(Step step, TimeoutException silent, Duration waited, Deadline deadline) {
        var known = silent instanceof FellSilent told
                ? told.asFailure()
                : new StepFailed(Diagnoser.silence(step, heard), CODE, StepLog.noAnswer(step, waited));
        var caller = new SecondCaller(tcp.address(), target.port());
        // Whoever was asked for TLS already is spoken to in another language.
        var answer = !heard && step == Step.TLS ? caller.askForPage(deadline) : caller.askForTls(deadline);
        boolean isPooler = pooler || (silent instanceof FellSilent told && told.isPooler());
        if (isPooler && answer instanceof Words words) {
            return behindPooler(step, known, words);
        }
        return heard ? sinceThen(known, answer) : fromTheStart(step, known, answer);
    }

    private static StepFailed behindPooler(Step step, StepFailed known, Words words) {
        return and(
                known,
                FailureKind.POOLER_KEEPS_WAITING,
                (step.compareTo(Step.SESSION) > 0 ? "the session has the key of a pooler, and of no process; " : "")
                        + "a new connection is answered within " + words.millis()
                        + " ms, so that the pooler itself is well and what it waits for is behind it");
    }

    private StepFailed sinceThen(StepFailed known, SecondCaller.Answer answer) {
        return switch (answer) {
            case Words words ->
                and(
                        known,
                        "a new connection is answered within " + words.millis()
                                + " ms, so that the path and whoever listens are well and this log-in or session waits");
            case HungUp _ -> and(known, "a new connection is hung up on");
            case Silence _ ->
                and(
                        known,
                        FailureKind.ACCEPTED_THEN_SILENT,
                        "a new connection is accepted and gets no answer either, so that all behind the port stands"
                                + " still since then");
            case NotConnected(var errno)
            when errno == Errno.ECONNREFUSED ->
                and(
                        known,
                        FailureKind.CONNECTION_REFUSED,
                        "a new connection is refused: the server went away meanwhile");
            case NotConnected(var errno) ->
                and(
                        known,
                        FailureKind.PATH_FELL_SILENT,
                        "a new connection to " + target.endpoint() + " is not even accepted (" + errno + ")");
        };
    }

    /// A process that hangs up is not frozen. A slow PostgreSQL hangs up on a web client, too, but never on a question
    /// for TLS.
    private static StepFailed fromTheStart(Step step, StepFailed known, SecondCaller.Answer answer) {
        return switch (answer) {
            case Words words
            when words.isYesOrNo() ->
                and(
                        known,
                        FailureKind.LOG_IN_UNANSWERED,
                        "a question for TLS over a new connection is answered within " + words.millis()
                                + " ms, so that the server is up and the log-in waits");
            case Words words ->
                new StepFailed(
                        words.opening().startsWith("E")
                                ? ForeignProtocol.error(words.opening())
                                : new Symptom.Foreign(words.opening()));
            case HungUp _ ->
                step == Step.TLS
                        ? and(
                                known,
                                "it hangs up on a web client, so that a process is alive there, which may be no server")
                        : and(
                                known,
                                FailureKind.OTHER_PROTOCOL_AT_PORT,
                                "a question for TLS over a new connection is not answered and then hung up on, as no"
                                        + " PostgreSQL does");
            case Silence _ -> and(known, "a new connection gets no answer either");
            case NotConnected(var errno) -> and(known, "a new connection is not even accepted (" + errno + ")");
        };
    }

    private static StepFailed and(StepFailed known, String more) {
        return known.symptom() instanceof Symptom.Judged judged ? and(known, judged.kind(), more) : known;
    }

    private static StepFailed and(StepFailed known, FailureKind kind, String more) {
        return new StepFailed(kind, known.symptom().code(), known.symptom().words() + "; " + more);
    }
}
