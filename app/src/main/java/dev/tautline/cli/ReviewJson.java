package dev.tautline.cli;

import dev.tautline.finding.Finding;
import dev.tautline.link.live.Withheld;
import dev.tautline.targets.TwoWays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was learnt beside the climbs, for a program.
final class ReviewJson {
    private ReviewJson() {}

    static Map<String, Object> twoWays(TwoWays ways) {
        var comparison = ways.comparison();
        var added = new LinkedHashMap<String, Object>();
        comparison.added().forEach((step, extra) -> added.put(Lowercase.of(step), extra.toNanos() / 1_000));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("through", ways.through());
        fields.put("past", ways.past());
        fields.put("verdict", Lowercase.of(comparison.verdict()).replace('_', '-'));
        fields.put("words", comparison.words());
        fields.put("addedMicros", added);
        comparison.addedRoundTrip().ifPresent(extra -> fields.put("addedRoundTripMicros", extra.toNanos() / 1_000));
        return fields;
    }

    static Map<String, Object> finding(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("rule", finding.rule());
        fields.put("severity", Lowercase.of(finding.severity()));
        fields.put("owner", Lowercase.of(finding.owner()));
        fields.put("headline", finding.headline());
        fields.put("consequence", finding.consequence());
        fields.put("origin", finding.at().toString());
        fields.put("edit", finding.edit().toString());
        return fields;
    }

    static Map<String, Object> withheld(Withheld one) {
        return Map.of("what", one.what(), "grant", one.grant());
    }
}
