package dev.tautline.gameday;

import dev.tautline.diagnosis.Cause;
import dev.tautline.lab.catalogue.FaultKind;
import dev.tautline.lab.catalogue.Faults;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is to choose, as the page gets it.
record ChoicesView(List<FaultChoice> faults, List<CauseChoice> causes, String nothingWrong) {
    /// @param obstacle why it cannot be injected here; null when it can
    record FaultChoice(
            String id,
            String title,
            String group,
            List<ParameterChoice> parameters,
            @Nullable String obstacle) {}

    record ParameterChoice(String name, String usual, String mild, String severe, String says) {}

    /// @param owner the team that can mend it
    record CauseChoice(String id, String title, String owner) {
        static CauseChoice of(Cause cause) {
            return new CauseChoice(
                    cause.id(), cause.title(), cause.owner().name().toLowerCase(Locale.ROOT));
        }
    }

    static ChoicesView of(Choices choices) {
        return new ChoicesView(
                Faults.all().stream()
                        .map(kind -> fault(kind, choices.obstacles().getOrDefault(kind, Optional.empty())))
                        .toList(),
                choices.causes().stream().map(CauseChoice::of).toList(),
                Guess.NOTHING_WRONG);
    }

    private static FaultChoice fault(FaultKind kind, Optional<String> obstacle) {
        return new FaultChoice(
                kind.id(),
                kind.page().title(),
                kind.group().name().toLowerCase(Locale.ROOT),
                kind.parameters().stream()
                        .map(one -> new ParameterChoice(one.name(), one.usual(), one.mild(), one.severe(), one.says()))
                        .toList(),
                obstacle.orElse(null));
    }
}
