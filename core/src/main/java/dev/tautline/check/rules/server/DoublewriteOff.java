package dev.tautline.check.rules.server;

import dev.tautline.finding.Severity;
import dev.tautline.settings.MySqlKeys;

/// Half-written pages cannot be mended after a crash.
public final class DoublewriteOff extends HarmfulValue<Boolean> {
    public DoublewriteOff() {
        super(Severity.HIGH, MySqlKeys.INNODB_DOUBLEWRITE, isOn -> !isOn, "ON");
    }

    @Override
    String headline(Boolean value) {
        return "innodb_doublewrite is off";
    }

    @Override
    String consequence() {
        return "After a crash in the middle of a write, pages are half old and half new; InnoDB stops at them, or serves them.";
    }
}
