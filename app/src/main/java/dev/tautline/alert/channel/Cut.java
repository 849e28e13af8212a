package dev.tautline.alert.channel;

import dev.tautline.alert.Fact;
import dev.tautline.alert.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Texts that fit into what a service takes.
final class Cut {
    private Cut() {}

    /// The text, or its beginning with an ellipsis: at most `most` UTF-16 units, none of them half a letter.
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /// Facts of one name together, in their order.
    static Map<String, List<String>> grouped(Notice notice) {
        var grouped = new LinkedHashMap<String, List<String>>();
        for (Fact fact : notice.facts()) {
            grouped.computeIfAbsent(fact.name(), name -> new ArrayList<>()).add(fact.value());
        }
        if (grouped.isEmpty()) {
            grouped.put("Message", List.of(notice.text().strip()));
        }
        return grouped;
    }
}
