package dev.tautline.alert;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A channel of tests: keeps what it is given, and answers as it is told.
final class Inbox implements Channel {
    private final List<Notice> got = new CopyOnWriteArrayList<>();
    private final boolean digests;
    private volatile UnaryOperator<Receipt> answer = UnaryOperator.identity();

    Inbox() {
        this(true);
    }

    Inbox(boolean digests) {
        this.digests = digests;
    }

    List<Notice> got() {
        return got;
    }

    void answers(UnaryOperator<Receipt> present) {
        answer = present;
    }

    @Override
    public Receipt deliver(Notice notice) {
        var receipt = answer.apply(Receipt.taken("here"));
        if (receipt.taken()) {
            got.add(notice);
        }
        return receipt;
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public boolean takesDigests() {
        return digests;
    }
}
