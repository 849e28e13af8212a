package dev.tautline.cli;

import dev.tautline.check.policy.Fingerprint;
import dev.tautline.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Names for findings that stay when lines move, so that a code host can tell old from new. Several of the same rule,
/// file and key are numbered in their order. One instance serves one report.
final class FindingIds {
    private final Map<String, Integer> given = new HashMap<>();

    String of(Finding finding) {
        var identity = Fingerprint.of(finding, Path.of("").toAbsolutePath())
                .map(print -> print.rule() + "\n" + print.path() + "\n" + print.key())
                .orElseGet(() -> finding.rule() + "\n\n" + finding.subject());
        var hash = HexFormat.of().formatHex(sha256().digest(identity.getBytes(StandardCharsets.UTF_8)));
        var number = given.merge(hash, 1, Integer::sum);
        return number == 1 ? hash : hash + ":" + number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
