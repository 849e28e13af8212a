package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.PostgresKeys;

/// Half-written pages cannot be mended after a crash.
public final class FullPageWritesOff extends HarmfulValue<Boolean> {
    public FullPageWritesOff() {
        super(Severity.CRITICAL, PostgresKeys.FULL_PAGE_WRITES, isOn -> !isOn, "on");
    }

    @Override
    String headline(Boolean value) {
        return "full_page_writes is off";
    }

    @Override
    String consequence() {
        return "After a crash in the middle of a write, pages are half old and half new, and nothing can mend or even notice them.";
    }
}
