package dev.tautline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program of its own: more virtual threads than processors wait for a class whose initialisation waits for one more.
/// Exit code 0 when that one came to run.
final class ClassStampede {
    private static final CountDownLatch OPENED = new CountDownLatch(1);
    private static final long PATIENCE_SECONDS = 10;

    private ClassStampede() {}

    private static final class Awaited {
        private static final boolean OPEN = awaitOpened();

        private static boolean awaitOpened() {
            try {
                return OPENED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                return false;
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0) {
            Carriers.provide();
        }
        int crowd = 2 * Runtime.getRuntime().availableProcessors() + 1;
        var waiting = new CountDownLatch(crowd);
        var through = new CountDownLatch(crowd);
        for (var one = 0; one < crowd; one++) {
            Thread.startVirtualThread(() -> {
                waiting.countDown();
                if (Awaited.OPEN) {
                    through.countDown();
                }
            });
        }
        waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Thread.startVirtualThread(OPENED::countDown);
        System.exit(through.await(PATIENCE_SECONDS / 2, TimeUnit.SECONDS) ? 0 : 3);
    }
}
