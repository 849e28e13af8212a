package dev.tautline.store;

import java.util.List;

/// The program: `serve` (when nothing else is said), `migrate`, `invite`, `simulate-payments`.
public final class Chandlery {
    private Chandlery() {}

    public static void main(String[] args) {
        var words = List.of(args);
        // `java -jar chandlery.jar --server.port=8090` serves.
        var named = !words.isEmpty()
                && (!words.getFirst().startsWith("--") || words.getFirst().equals("--help"));
        var rest = named ? words.subList(1, words.size()) : words;
        var outcome = Command.named(named ? words.getFirst() : "serve").run(rest.toArray(String[]::new));
        // Serving goes on in Tomcat's threads after this method has ended.
        outcome.ifPresent(System::exit);
    }
}
