package dev.tautline.stage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/// Turns Ctrl-C, a hang-up and SIGTERM into an interrupt of one thread, which then closes what it has opened, in order.
/// A JVM's shutdown hooks run all at once: the servers would stop under a shop that still finishes orders.
public final class StopSignals {
    // sun.misc.Signal is the JDK's only interface to signals (JEP 260 keeps it); by name, since javac warns of it in a
    // way that cannot be suppressed, and warnings are errors here.
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private final Thread thread;
    private volatile boolean received;

    private StopSignals(Thread thread) {
        this.thread = thread;
    }

    /// From now on each of the signals interrupts the calling thread instead of ending the program.
    public static StopSignals interruptingThisThread() {
        var signals = new StopSignals(Thread.currentThread());
        try {
            signals.install();
            return signals;
        } catch (ReflectiveOperationException unsupported) {
            throw new StageRefused("this Java cannot receive signals: " + unsupported, unsupported);
        }
    }

    /// Whether a signal has come.
    public boolean received() {
        return received;
    }

    private void install() throws ReflectiveOperationException {
        var signal = Class.forName(SIGNAL);
        var handler = Class.forName(HANDLER);
        var proxy = Proxy.newProxyInstance(
                StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        stop();
                    }
                    return null;
                });
        for (var name : NAMES) {
            try {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            } catch (InvocationTargetException otherwiseUsed) {
                // With -Xrs the JVM leaves the signals to the system, which then ends the program.
            }
        }
    }

    private void stop() {
        if (!received) {
            received = true;
            thread.interrupt();
        }
    }
}
