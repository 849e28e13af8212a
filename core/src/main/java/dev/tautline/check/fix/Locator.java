package dev.tautline.check.fix;

import dev.tautline.check.fix.Located.Refused;
import dev.tautline.check.fix.Located.Splice;
import dev.tautline.finding.Edit;
import dev.tautline.settings.Origin;
import java.util.Optional;

/// Finds where in a text an edit has to be made. What is not plain is refused: a wrong change is worse than none.
final class Locator {
    private static final Refused NOT_PLAIN = new Refused("the value is not written plainly in one line");
    private static final Refused PLACEHOLDER = new Refused("a placeholder has a part in the value");

    private final String text;
    private final FileKind kind;
    private final Lines lines;

    Locator(String text, FileKind kind) {
        this.text = text;
        this.kind = kind;
        this.lines = new Lines(text);
    }

    Located locate(Edit edit) {
        if (!(edit.at() instanceof Origin.InFile at) || at.line() > lines.count()) {
            return new Refused("it is in no file");
        }
        int line = at.line() - 1;
        int start = lines.start(line) + at.column() - 1;
        return switch (edit) {
            case Edit.Replace(var where, var key, var value) ->
                isParameter(start, key) ? parameter(line, start, key, value) : replace(line, start, value);
            case Edit.Rename(var where, var key, var name) ->
                isParameter(start, key)
                        ? Splice.alone(start, start + key.length(), name)
                        : rename(line, start, key, name);
            case Edit.AddParameter(var where, var name, var value) ->
                new UrlText(text, lines, kind).add(line, start, name, value);
            case Edit.Add(var where, var key, var value) -> add(at, line, start, key, value);
            case Edit.Remove(var where, var key) ->
                isParameter(start, key)
                        ? new UrlText(text, lines, kind).remove(line, start)
                        : new Refused("taking a key away is left to a person");
            case Edit.Decide(var where, var what) -> new Refused("a person has to decide");
        };
    }

    private boolean isParameter(int start, String name) {
        return text.startsWith(name + "=", start) && start > 0 && "?&;".indexOf(text.charAt(start - 1)) >= 0;
    }

    private Located parameter(int line, int start, String name, String value) {
        var from = start + name.length() + 1;
        var end = UrlText.endOfParameter(text, from, lines.end(line));
        return text.substring(from, end).contains("${") ? PLACEHOLDER : Splice.alone(from, end, UrlText.encoded(value));
    }

    private Located replace(int line, int start, String value) {
        var written = Value.at(text, lines, kind, line, start);
        if (written.isEmpty() || !isPlain(value) || isFlow(line, start)) {
            return NOT_PLAIN;
        }
        return written.get().hasPlaceholder()
                ? PLACEHOLDER
                : Splice.alone(written.get().start(), written.get().end(), value);
    }

    private Located rename(int line, int start, String key, String name) {
        var entry = Entry.of(text, lines, kind, line, start);
        var written = entry.flatMap(found -> found.named(key, name)).filter(Locator::isPlain);
        return written.isPresent()
                ? Splice.alone(
                        entry.get().start(),
                        entry.get().start() + entry.get().key().length(),
                        written.get())
                : new Refused("the key is not written plainly in one line");
    }

    private Located add(Origin.InFile at, int line, int start, String key, String value) {
        var entry = Entry.of(text, lines, kind, line, start);
        if (entry.isEmpty()
                || !isPlain(value)
                || Value.at(text, lines, kind, line, start).isEmpty()) {
            return NOT_PLAIN;
        }
        Optional<Located> splice = entry.get()
                .named(at.key(), key)
                .map(name -> new Insertion(text, lines, kind).after(entry.get(), name, value));
        return splice.orElseGet(() -> new Refused("its place among the other keys is not plain"));
    }

    private boolean isFlow(int line, int start) {
        var before = text.substring(lines.start(line), start);
        return kind == FileKind.YAML && (before.contains("{") || before.contains("["));
    }

    /// Neither of the formats takes such a text for anything else than itself.
    private static boolean isPlain(String value) {
        return value.matches("[A-Za-z0-9_./\\[\\]-]+") && !value.startsWith("[");
    }
}
