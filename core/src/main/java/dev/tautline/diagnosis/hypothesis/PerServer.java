package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import java.util.ArrayList;
import java.util.function.Function;

/// Puts one question to every server that is looked into.
final class PerServer {
    private PerServer() {}

    /// The first support that any server gives; refuted when every server contradicts; else what could not be told. A
    /// server that does not answer tells nothing.
    static Judgement judge(Scene scene, Function<ServerView, Judgement> question) {
        var refutations = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var server : scene.servers()) {
            if (!server.answers()) {
                unknown.add("%s has not told anything for %.0f s".formatted(server.target(), server.silentSeconds()));
                continue;
            }
            switch (question.apply(server)) {
                case Supported because -> {
                    return because;
                }
                case Refuted(var evidence) -> evidence.forEach(line -> refutations.add(server.target() + ": " + line));
                case Unknown(var why) -> unknown.add(server.target() + ": " + why);
            }
        }
        if (!unknown.isEmpty()) {
            return new Unknown(String.join("; ", unknown));
        }
        return refutations.isEmpty() ? new Unknown("no server is looked into") : new Refuted(refutations);
    }
}
