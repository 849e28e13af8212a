package dev.tautline.targets;

import dev.tautline.settings.CountOrPercent;
import dev.tautline.settings.DataSize;
import dev.tautline.settings.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a server must be like besides its role, which the ladder itself compares.
///
/// @param headRoom connection slots that must be free, of those that ordinary roles may take
/// @param replicationLag the age of the last replayed transaction that a standby may have
/// @param replicationLagBytes WAL that a standby may have received and not replayed
public record Expectations(
        Optional<TlsLevel> tls,
        Optional<Range<Version>> version,
        Optional<CountOrPercent> headRoom,
        Optional<Duration> replicationLag,
        Optional<DataSize> replicationLagBytes,
        List<Budget> latency,
        List<ExpectedSetting> settings) {
    public static final Expectations NONE = new Expectations(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public Expectations {
        latency = List.copyOf(latency);
        settings = List.copyOf(settings);
    }

    /// Settings of the server that have to be asked for.
    public List<String> settingNames() {
        return settings.stream().map(ExpectedSetting::name).toList();
    }
}
