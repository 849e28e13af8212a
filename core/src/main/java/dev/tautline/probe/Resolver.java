package dev.tautline.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where addresses come from; the system's resolver in life, a table in tests.
@FunctionalInterface
public interface Resolver {
    /// All addresses of `host`, in the resolver's order, at least one.
    InetAddress[] resolve(String host) throws UnknownHostException;

    /// What the operating system and the JVM's cache answer.
    static Resolver system() {
        return InetAddress::getAllByName;
    }
}
