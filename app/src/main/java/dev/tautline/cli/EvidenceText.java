package dev.tautline.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.SslModeOutlook;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.NameSource;
import dev.tautline.probe.evidence.SlotUse;
import dev.tautline.settings.SslMode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/// What a climb saw beside its steps, for a reader.
///
/// @param entry takes a label and a line
record EvidenceText(BiConsumer<String, String> entry) {
    void print(LadderResult result) {
        result.seen(NameSource.class).ifPresent(source -> entry.accept("Name", Columns.printable(source.words())));
        result.seen(Intermediary.class)
                .filter(between -> between.kind() != Intermediary.Kind.NONE)
                .ifPresent(between -> entry.accept("Between", Columns.printable(between.words())));
        result.seen(Capacity.class).map(Capacity::use).ifPresent(this::holders);
        var outlooks = SslModeOutlook.of(result, Clock.fixed(result.at(), ZoneOffset.UTC));
        if (result.passed() && !outlooks.isEmpty()) {
            entry.accept("sslmode", modes(outlooks));
        }
        for (var remark : result.remarks()) {
            entry.accept("Remark", remark.kind().id() + ": " + Columns.printable(remark.words()));
            entry.accept("", remark.kind().advice());
        }
    }

    private void holders(SlotUse use) {
        if (!use.largest().isEmpty()) {
            entry.accept(
                    "Held by",
                    Columns.printable(
                            use.largest().stream().map(SlotUse.Holder::words).collect(joining("; "))));
        }
    }

    /// `works: prefer, require (over TLS …); unknown: disable (…)`
    private static String modes(Map<SslMode, SslModeOutlook> outlooks) {
        var modes = outlooks.entrySet().stream()
                .collect(groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        mapping(one -> one.getKey().toString(), joining(", "))));
        return modes.entrySet().stream()
                .map(group -> group.getKey().verdict().name().toLowerCase(Locale.ROOT) + ": " + group.getValue() + " ("
                        + Columns.printable(group.getKey().why()) + ")")
                .collect(joining("; "));
    }
}
