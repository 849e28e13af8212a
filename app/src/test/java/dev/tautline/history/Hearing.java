package dev.tautline.history;

import java.util.function.Consumer;

/// Hears all sentences alike.
public record Hearing(Consumer<String> says) implements Witness {
    @Override
    public void damaged(String sentence) {
        says.accept(sentence);
    }

    @Override
    public void unwritable(String sentence) {
        says.accept(sentence);
    }

    @Override
    public void wellAgain(String sentence) {
        says.accept(sentence);
    }

    @Override
    public void says(String sentence) {
        says.accept(sentence);
    }
}
