package dev.tautline.incident;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Judgement.Supported;
import org.jspecify.annotations.Nullable;

/// What no guard can know and a postmortem has to say: a marked place for a person's words, with the question.
final class PostmortemGaps {
    private PostmortemGaps() {}

    /// A quotation in Markdown, so that nobody takes it for a fact.
    private static String ask(String question) {
        return "> **To be written by a person:** " + question + "\n";
    }

    static String business() {
        return ask("What did users see, and what did it cost: orders, revenue, trust?");
    }

    static String people() {
        return ask("Who was called and when, what was suspected and tried, and what misled?");
    }

    static String origin(@Nullable Supported cause) {
        if (cause == null) {
            return ask("What was the cause, and how was it found?");
        }
        Change change = cause.change();
        return change == null
                ? ask("How did it come about? No change was seen that explains it.")
                : ask("Why was %s changed, and why did nothing object before it was in force?"
                        .formatted(PostmortemWords.plain(change.what() + " of " + change.subject())));
    }

    static String remedy(Incident incident, boolean changesSeen) {
        if (incident.open()) {
            return ask("What is being done about it, and by whom?");
        }
        return changesSeen
                ? ask("Which of these changes mended it, and who made it?")
                : ask("What mended it? No change was seen before the recovery.");
    }

    static String assignment() {
        return ask("A person and a date for each task.");
    }

    static String lessons() {
        return ask("What went well, what went badly, and where were we lucky?");
    }
}
