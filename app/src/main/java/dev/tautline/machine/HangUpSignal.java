package dev.tautline.machine;

import java.lang.reflect.Proxy;

/// SIGHUP: by custom, whoever runs for long reads its configuration again.
public final class HangUpSignal {
    // sun.misc.Signal is the JDK's only interface to signals (JEP 260 keeps it); by name, since javac warns of it in a
    // way that cannot be suppressed, and warnings are errors here.
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private HangUpSignal() {}

    /// From now on the signal runs this, on a thread of the JVM's; false where signals cannot be had (Windows, `-Xrs`).
    public static boolean runs(Runnable work) {
        try {
            var signal = Class.forName(SIGNAL);
            var handler = Class.forName(HANDLER);
            var proxy = Proxy.newProxyInstance(
                    HangUpSignal.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            work.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
            return true;
        } catch (ReflectiveOperationException notHere) {
            return false;
        }
    }
}
