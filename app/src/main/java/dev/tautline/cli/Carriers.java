package dev.tautline.cli;

/// Platform threads enough to carry the virtual ones. By default there are as many as processors. On JDK 25 a virtual
/// thread that waits for a class to be loaded or initialised keeps its carrier; where several wait on two processors,
/// for
/// one that itself waits for somebody without a carrier, none ever runs again (JDK-8369238): a guard that starts as
/// many
/// lanes at once would stand still for good.
final class Carriers {
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    /// Far more than wait for one class at a time; each is made only when it is needed.
    private static final String MANY = "64";

    private Carriers() {}

    /// Holds for this JVM, when no virtual thread has been started in it yet; what somebody asked for wins.
    static void provide() {
        System.getProperties().putIfAbsent(PARALLELISM, MANY);
    }
}
