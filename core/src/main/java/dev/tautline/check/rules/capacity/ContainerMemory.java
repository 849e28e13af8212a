package dev.tautline.check.rules.capacity;

import dev.tautline.link.Container;
import dev.tautline.link.Server;
import dev.tautline.settings.ComposeKeys;
import dev.tautline.settings.DataSize;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The memory that a container of a database may use, as somebody wrote it.
record ContainerMemory(DataSize limit, Setting.Known<String> read) {
    private static final Pattern SIZE = Pattern.compile("(?<amount>\\d{1,18})(?<unit>[A-Za-z]{0,2})");
    /// Kubernetes, "Resource units": `M` is a million, `Mi` is 2^20.
    private static final Map<String, Long> KUBERNETES = Map.of(
            "", 1L,
            "k", 1_000L,
            "M", 1_000_000L,
            "G", 1_000_000_000L,
            "T", 1_000_000_000_000L,
            "Ki", 1L << 10,
            "Mi", 1L << 20,
            "Gi", 1L << 30,
            "Ti", 1L << 40);
    /// Compose specification, "Specifying byte values": always by 1024.
    private static final Map<String, Long> COMPOSE = Map.of(
            "", 1L, "b", 1L, "k", 1L << 10, "kb", 1L << 10, "m", 1L << 20, "mb", 1L << 20, "g", 1L << 30, "gb",
            1L << 30);

    /// Empty where no file limits it, or in words that are not understood.
    static Optional<ContainerMemory> of(Server server) {
        return server.workload().stream()
                .filter(workload -> workload.containers().size() == 1)
                .flatMap(workload -> workload.containers().stream())
                .flatMap(ContainerMemory::of)
                .findFirst();
    }

    private static Stream<ContainerMemory> of(Container container) {
        return Stream.concat(
                container.get(KubernetesKeys.RESOURCES_LIMITS_MEMORY).chosen().stream()
                        .flatMap(read ->
                                size(read.value(), KUBERNETES).map(limit -> new ContainerMemory(limit, read)).stream()),
                container.get(ComposeKeys.MEMORY_LIMIT).chosen().stream()
                        .flatMap(read -> size(read.value().toLowerCase(Locale.ROOT), COMPOSE)
                                .map(limit -> new ContainerMemory(limit, read))
                                .stream()));
    }

    private static Optional<DataSize> size(String text, Map<String, Long> units) {
        var matcher = SIZE.matcher(text.strip());
        return matcher.matches() && units.containsKey(matcher.group("unit"))
                ? times(Long.parseLong(matcher.group("amount")), units.getOrDefault(matcher.group("unit"), 1L))
                : Optional.empty();
    }

    private static Optional<DataSize> times(long amount, long unit) {
        return amount <= Long.MAX_VALUE / unit ? Optional.of(DataSize.ofBytes(amount * unit)) : Optional.empty();
    }
}
