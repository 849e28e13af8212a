package dev.tautline.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Many notices as one, when there are too many to read.
final class Digest {
    /// What a person can look through; the next digest has the others.
    static final int MOST = 50;

    private Digest() {}

    static Notice of(List<Notice> notices, Instant at) {
        var first = notices.getFirst();
        var worst = notices.stream().map(Notice::severity).sorted().findFirst().orElseThrow();
        var facts = notices.stream()
                .map(notice -> new Fact(
                        notice.incident(),
                        notice.subject() + (notice.owner() == null ? "" : ", " + Message.team(notice.owner()))))
                .toList();
        var keys = notices.stream().map(Notice::key).collect(Collectors.joining("\n"));
        return new Notice(
                "digest-" + Integer.toHexString(keys.hashCode()) + "-" + first.key(),
                first.incident(),
                Transition.DIGEST,
                notices.stream().map(Notice::key).toList(),
                at,
                first.since(),
                null,
                "[" + notices.size() + " messages] " + first.subject(),
                Message.text(facts),
                facts,
                null,
                null,
                worst,
                first.state(),
                Map.of(),
                null,
                first.link(),
                null);
    }
}
