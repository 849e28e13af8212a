package dev.tautline.check;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.function.Function;

/// Two settings of a client that are judged together. What somebody chose is shown first, for that is what
/// can be changed.
public record Both<A, B>(Setting.Known<A> one, Setting.Known<B> other) {
    /// Judges two known values; otherwise says which is not known.
    public static <A, B> Verdict of(
            Client client, SettingKey<A> one, SettingKey<B> other, Function<Both<A, B>, Verdict> judgement) {
        return Rule.given(
                client.get(one),
                first -> Rule.given(client.get(other), second -> judgement.apply(new Both<>(first, second))));
    }

    /// Whether at least one of the values is somebody's choice.
    public boolean isChosen() {
        return one.isChosen() || other.isChosen();
    }

    public Evidence[] read() {
        return one.isChosen() || !other.isChosen()
                ? new Evidence[] {Evidence.of(one), Evidence.of(other)}
                : new Evidence[] {Evidence.of(other), Evidence.of(one)};
    }
}
