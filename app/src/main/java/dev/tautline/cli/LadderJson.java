package dev.tautline.cli;

import dev.tautline.probe.Failure;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.ServerCertificate;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One climb for a program. Names end in their unit; what is not known is absent.
final class LadderJson {
    private LadderJson() {}

    private static final class Fields {
        private final Map<String, Object> all = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            if (value != null) {
                all.put(name, value);
            }
        }
    }

    /// The fields of one result, to which more may be added.
    static Map<String, Object> of(LadderResult result) {
        var fields = new Fields();
        var target = result.target();
        fields.put("host", target.host());
        fields.put("port", target.port());
        fields.put("database", target.database());
        fields.put("user", target.user());
        fields.put("sslmode", target.sslMode().toString());
        fields.put("expected", target.expected().toString());
        fields.put("at", result.at().toString());
        fields.put("passed", result.passed());
        fields.put(
                "addresses",
                result.addresses().stream().map(InetAddress::getHostAddress).toList());
        var address = result.address();
        fields.put("address", address == null ? null : address.getHostAddress());
        fields.put("totalMicros", micros(result.total()));
        fields.put("steps", result.steps().stream().map(LadderJson::step).toList());
        fields.put("certificate", certificate(result.certificate()));
        fields.put("server", server(result.server()));
        fields.put("role", role(result.role()));
        fields.put("capacity", capacity(result.capacity()));
        fields.all.putAll(EvidenceJson.of(result));
        return fields.all;
    }

    private static Map<String, Object> step(StepResult result) {
        var fields = new Fields();
        fields.put("step", result.step().name().toLowerCase(Locale.ROOT));
        switch (result) {
            case Passed passed -> {
                fields.put("verdict", "passed");
                fields.put("tookMicros", micros(passed.took()));
                fields.put("evidence", passed.evidence());
            }
            case Failed failed -> {
                fields.put("verdict", "failed");
                fields.put("tookMicros", micros(failed.took()));
                fields.put("failure", failure(failed.failure()));
            }
            case Skipped skipped -> {
                fields.put("verdict", "skipped");
                fields.put("why", skipped.why());
            }
        }
        return fields.all;
    }

    private static Map<String, Object> failure(Failure failure) {
        var fields = new Fields();
        fields.put("kind", failure.kind().id());
        fields.put("code", failure.code().isEmpty() ? null : failure.code());
        fields.put("words", failure.words());
        fields.put("cause", failure.cause());
        fields.put("owner", failure.owner().name().toLowerCase(Locale.ROOT));
        fields.put("provenFine", failure.provenFine());
        fields.put("next", failure.next());
        fields.put("fix", failure.fix());
        return fields.all;
    }

    private static @Nullable Map<String, Object> certificate(@Nullable ServerCertificate certificate) {
        if (certificate == null) {
            return null;
        }
        var fields = new Fields();
        fields.put("subject", certificate.subject());
        fields.put("names", certificate.names());
        fields.put("notBefore", certificate.notBefore().toString());
        fields.put("notAfter", certificate.notAfter().toString());
        fields.put("protocol", certificate.protocol());
        fields.put("cipher", certificate.cipher());
        return fields.all;
    }

    private static @Nullable Map<String, Object> server(@Nullable ServerAnswer server) {
        if (server == null) {
            return null;
        }
        var fields = new Fields();
        fields.put("version", server.version());
        fields.put("startedAt", server.startedAt().toString());
        fields.put("clockSkewMillis", server.clockSkew().toMillis());
        fields.put("roundTripMedianMicros", micros(server.roundTripMedian()));
        fields.put("roundTripMinimumMicros", micros(server.roundTripMinimum()));
        return fields.all;
    }

    private static @Nullable Map<String, Object> role(@Nullable Role role) {
        if (role == null) {
            return null;
        }
        var fields = new Fields();
        fields.put("inRecovery", role.inRecovery());
        fields.put("readOnly", role.readOnly());
        fields.put("timeline", role.timeline());
        // A 64-bit number, which many JSON readers would round.
        fields.put(
                "systemIdentifier",
                role.systemIdentifier() == null ? null : role.systemIdentifier().toString());
        var lag = role.replicationLag();
        fields.put("replicationLagMillis", lag == null ? null : lag.toMillis());
        return fields.all;
    }

    private static @Nullable Map<String, Object> capacity(@Nullable Capacity capacity) {
        if (capacity == null) {
            return null;
        }
        var fields = new Fields();
        fields.put("used", capacity.used());
        fields.put("maximum", capacity.maximum());
        fields.put("reserved", capacity.reserved());
        fields.put("free", capacity.free());
        return fields.all;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
