package dev.tautline.cli;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Remark;
import dev.tautline.probe.SslModeOutlook;
import dev.tautline.probe.evidence.Authentication;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.NameSource;
import dev.tautline.probe.evidence.SlotUse;
import dev.tautline.probe.evidence.SlotUse.Holder;
import dev.tautline.probe.evidence.SlotUse.Limit;
import dev.tautline.probe.evidence.Writing;
import dev.tautline.probe.name.NameOrigin;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a climb saw beside its steps, for a program. Names end in their unit; what is not known is absent.
final class EvidenceJson {
    private EvidenceJson() {}

    static Map<String, Object> of(LadderResult result) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(
                "remarks", result.remarks().stream().map(EvidenceJson::remark).toList());
        var outlooks = SslModeOutlook.of(result, Clock.fixed(result.at(), ZoneOffset.UTC));
        if (!outlooks.isEmpty()) {
            var modes = new LinkedHashMap<String, Object>();
            outlooks.forEach((mode, outlook) -> modes.put(mode.toString(), outlook(outlook)));
            fields.put("sslmodes", modes);
        }
        result.seen(NameSource.class).ifPresent(seen -> fields.put("name", name(seen.origin())));
        result.seen(Authentication.class).ifPresent(seen -> fields.put("authentication", authentication(seen)));
        result.seen(Intermediary.class).ifPresent(seen -> fields.put("between", between(seen)));
        result.seen(Capacity.class).map(Capacity::use).ifPresent(use -> fields.put("slots", slots(use)));
        result.seen(Writing.class).ifPresent(seen -> fields.put("writing", writing(seen)));
        return fields;
    }

    private static Map<String, Object> name(NameOrigin origin) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("hostsFile", addresses(origin.hostsFile()));
        fields.put("nameServers", addresses(origin.nameServers()));
        if (origin.fullName() != null) {
            fields.put("fullName", origin.fullName());
        }
        var timeToLive = origin.timeToLive();
        if (timeToLive != null) {
            fields.put("timeToLiveSeconds", timeToLive.toSeconds());
        }
        fields.put("askedInVain", origin.askedInVain());
        fields.put("jvmKeepsSeconds", origin.cache().seconds());
        fields.put("jvmKeepsUnknownSeconds", origin.cache().negativeSeconds());
        fields.put("jvmServesStaleSeconds", origin.cache().staleSeconds());
        return fields;
    }

    private static List<String> addresses(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).toList();
    }

    private static Map<String, Object> remark(Remark remark) {
        return Map.of(
                "remark", remark.kind().id(),
                "step", word(remark.kind().step()),
                "words", remark.words(),
                "advice", remark.kind().advice());
    }

    private static Map<String, Object> outlook(SslModeOutlook outlook) {
        return Map.of("verdict", word(outlook.verdict()), "why", outlook.why());
    }

    private static Map<String, Object> authentication(Authentication seen) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("method", seen.method());
        fields.put("mechanisms", seen.mechanisms());
        if (seen.iterations() != null) {
            fields.put("iterations", seen.iterations());
        }
        fields.put("untilAskedMicros", micros(seen.untilAsked()));
        fields.put("answeringMicros", micros(seen.answering()));
        fields.put("judgingMicros", micros(seen.judging()));
        return fields;
    }

    private static Map<String, Object> between(Intermediary seen) {
        return Map.of("hop", word(seen.kind()), "words", seen.words());
    }

    private static Map<String, Object> slots(SlotUse use) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("role", limit(use.role()));
        fields.put("database", limit(use.database()));
        fields.put("idleInTransaction", use.idleInTransaction());
        var oldest = use.oldestIdleInTransaction();
        if (oldest != null) {
            fields.put("oldestIdleInTransactionMillis", oldest.toMillis());
        }
        fields.put("hidden", use.hidden());
        fields.put("largest", use.largest().stream().map(EvidenceJson::holder).toList());
        return fields;
    }

    private static Map<String, Object> limit(Limit limit) {
        var maximum = limit.maximum();
        return maximum == null ? Map.of("used", limit.used()) : Map.of("used", limit.used(), "maximum", maximum);
    }

    private static Map<String, Object> holder(Holder holder) {
        return Map.of(
                "application", holder.application(),
                "user", holder.user(),
                "address", holder.address(),
                "sessions", holder.sessions());
    }

    private static Map<String, Object> writing(Writing seen) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "rolledBackMicros", seen.rolledBack());
        put(fields, "commitMicros", seen.commit());
        put(fields, "waitingForStandbysMicros", seen.waiting());
        fields.put("synchronousCommit", seen.synchronousCommit());
        fields.put("synchronousStandbyNames", seen.standbyNames());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Duration duration) {
        if (duration != null) {
            fields.put(name, micros(duration));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
