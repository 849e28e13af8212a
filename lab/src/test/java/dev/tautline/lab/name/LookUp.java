package dev.tautline.lab.name;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A JVM that looks one name up: prints the address, or `unknown`, and the milliseconds it took.
final class LookUp {
    private LookUp() {}

    public static void main(String[] arguments) {
        var start = System.nanoTime();
        System.out.println(answer(arguments[0]) + " " + (System.nanoTime() - start) / 1_000_000);
    }

    private static String answer(String name) {
        try {
            return InetAddress.getByName(name).getHostAddress();
        } catch (UnknownHostException unknown) {
            return "unknown";
        }
    }
}
