package dev.tautline.diagnosis;

import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Failure;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A new connection that could not be opened, whoever tried: the guard's canary or an application.
///
/// @param seenBy the target of the canary, or the name of the instance
/// @param fix how to mend it, as far as the kind alone tells
/// @param provenFine what the steps before showed to be in order
public record PathFailure(
        String seenBy,
        boolean byCanary,
        String host,
        Step step,
        FailureKind kind,
        Owner owner,
        String words,
        String fix,
        List<String> provenFine) {

    /// None of the hosts that the driver still tries plays the part that its URL asks for (pgjdbc 42.7,
    /// ConnectionFactoryImpl). The parameter's name stays in other languages.
    private static final String NO_SUCH_ROLE = "targetservertype";

    /// All of them in a scene: the canaries' first, because they name the step themselves.
    public static List<PathFailure> in(Scene scene) {
        var failures = new ArrayList<PathFailure>();
        scene.routes()
                .forEach(route ->
                        route.failure().ifPresent(failed -> failures.add(of(route, failed.step(), failed.failure()))));
        for (var instance : scene.instances()) {
            if (instance.silentSeconds() == 0) {
                instance.pools().stream()
                        .flatMap(pool -> pool.connectFailures().stream())
                        .forEach(failure -> failures.add(of(instance.name(), failure)));
            }
        }
        return List.copyOf(failures);
    }

    /// For people: who tried what, where it ended, and the words that came back.
    public String describe() {
        return "%s %s fails at step %s: %s"
                .formatted(
                        byCanary ? "a new connection to" : seenBy + "'s connection to",
                        host,
                        step.name().toLowerCase(Locale.ROOT),
                        words);
    }

    private static PathFailure of(RouteView route, Step step, Failure failure) {
        return new PathFailure(
                route.target(),
                true,
                route.host(),
                step,
                failure.kind(),
                failure.owner(),
                failure.words(),
                failure.fix(),
                failure.provenFine());
    }

    private static PathFailure of(String instance, ConnectFailure failure) {
        var kind = kind(failure);
        return new PathFailure(
                instance,
                false,
                failure.host(),
                kind == FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED ? Step.ROLE : step(failure.step()),
                kind,
                kind.owner(),
                failure.message(),
                "Run `taut probe` from " + instance + " on its own URL.",
                List.of());
    }

    private static Step step(String word) {
        for (var step : Step.values()) {
            if (step.name().equalsIgnoreCase(word)) {
                return step;
            }
        }
        return Step.SESSION;
    }

    /// An application has only the driver's exception to tell. SQLSTATEs: PostgreSQL manual 18, appendix A; texts
    /// of the connect step: java.net of JDK 25.
    private static FailureKind kind(ConnectFailure failure) {
        return switch (failure.sqlState()) {
            case "28P01" -> FailureKind.PASSWORD_REFUSED;
            case "28000" -> identity(failure.message());
            case "3D000" -> FailureKind.DATABASE_UNKNOWN;
            case "53100" -> FailureKind.SERVER_DISK_FULL;
            case "53200" -> FailureKind.SERVER_OUT_OF_MEMORY;
            case "53300" -> limit(failure.message());
            case "57P01" -> FailureKind.TERMINATED_BY_ADMINISTRATOR;
            case "57P02" -> FailureKind.CRASH_RECOVERY;
            case "57P03" -> notNow(failure.message());
            default -> byStep(failure);
        };
    }

    /// In other languages, too, the name of the file stays.
    private static FailureKind identity(String message) {
        return message.contains("pg_hba.conf") ? FailureKind.HBA_NO_ENTRY : FailureKind.AUTHENTICATION_REFUSED;
    }

    /// English words only: in other languages the SQLSTATE alone is left.
    private static FailureKind notNow(String message) {
        return message.contains("recovery mode") ? FailureKind.CRASH_RECOVERY : FailureKind.NOT_ACCEPTING_CONNECTIONS;
    }

    private static FailureKind limit(String message) {
        if (message.contains("for role")) {
            return FailureKind.ROLE_CONNECTION_LIMIT;
        }
        if (message.contains("for database")) {
            return FailureKind.DATABASE_CONNECTION_LIMIT;
        }
        return FailureKind.CONNECTION_SLOTS_USED_UP;
    }

    private static FailureKind byStep(ConnectFailure failure) {
        var message = failure.message().toLowerCase(Locale.ROOT);
        if (message.contains(NO_SUCH_ROLE)) {
            return FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED;
        }
        return switch (step(failure.step())) {
            case RESOLVE -> FailureKind.NAME_UNKNOWN;
            case CONNECT ->
                message.contains("refused")
                        ? FailureKind.CONNECTION_REFUSED
                        : message.contains("reset")
                                ? FailureKind.RESET_AFTER_ACCEPT
                                : message.contains("timed out") ? FailureKind.NO_ANSWER : FailureKind.CONNECT_FAILED;
            case TLS -> FailureKind.TLS_HANDSHAKE_FAILED;
            case AUTHENTICATE ->
                message.contains("timed out") ? FailureKind.ACCEPTED_THEN_SILENT : FailureKind.AUTHENTICATION_REFUSED;
            case SESSION, QUERY, CAPACITY, WRITE -> FailureKind.SERVER_ERROR;
            case ROLE -> FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED;
        };
    }
}
