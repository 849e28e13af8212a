package dev.tautline.history;

import java.util.List;
import java.util.Map;

/// What is usual for each signal, as an earlier watch learnt it.
///
/// @param lately the latest healthy values, oldest first
/// @param seasons what it was at the times of the day and the hours of the week, as text of the watch's own
public record Usual(Map<String, List<Double>> lately, Map<String, String> seasons) {
    public static final Usual NOTHING = new Usual(Map.of(), Map.of());
}
