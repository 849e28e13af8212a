package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Words;
import dev.tautline.settings.Setting;

/// One setting whose value is known before and after, and is another one now.
record Both<T>(Setting.Known<T> before, Setting.Known<T> after) {
    T was() {
        return before.value();
    }

    T is() {
        return after.value();
    }

    /// What is there now first: it is what a person would edit.
    Evidence[] read() {
        return new Evidence[] {
            Evidence.of(after),
            new Evidence("before: " + before.key().name(), Words.of(before.value()), before.origin())
        };
    }

    @Override
    public String toString() {
        return Words.of(was()) + " → " + Words.of(is());
    }
}
