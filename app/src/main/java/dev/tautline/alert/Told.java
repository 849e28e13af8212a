package dev.tautline.alert;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What one receiver has been told, or is about to be, of one incident.
final class Told {
    private final Set<String> covered = new HashSet<>();
    private Transition last;
    private Map<String, String> labels;

    Told(Notice first) {
        this.last = first.transition();
        this.labels = first.labels();
        add(first);
    }

    void add(Notice notice) {
        covered.addAll(notice.covers());
        last = notice.transition();
        labels = notice.labels();
    }

    boolean covers(String moment) {
        return covered.contains(moment);
    }

    /// Nothing is left open there.
    boolean over() {
        return last == Transition.RESOLVED;
    }

    Map<String, String> labels() {
        return labels;
    }
}
