package dev.tautline.gameday;

import dev.tautline.lab.catalogue.FaultKind;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.FaultImpossible;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.labdoor.FaultsInForce;
import dev.tautline.labdoor.InForce;
import dev.tautline.published.GuardIncident;
import dev.tautline.published.GuardSilent;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The rounds of a game day, one at a time. What somebody injects from the shell while none runs begins one, too.
/// Injecting and healing go on behind the answer. Thread-safe.
///
/// ```
/// injecting ── in force, to be guessed ── guessed, revealed ── healing ── over
/// ```
public final class GameDay {
    private final FaultsInForce faults;
    private final Function<Instant, List<GuardIncident>> guard;
    private final RandomGenerator random;
    private final Clock clock;
    private final Choices choices;
    private final List<Round> over = new ArrayList<>();
    private @Nullable Round present;
    private @Nullable Thread injecting;
    private Optional<String> trouble = Optional.empty();
    private boolean guardAnswers = true;

    /// What is known now.
    ///
    /// @param present the round that runs
    /// @param over all others, the oldest first
    /// @param trouble why the last injection or healing did not succeed
    record Standing(Optional<Round> present, List<Round> over, Optional<String> trouble, boolean guardAnswers) {}

    /// To be begun while the lab is well: what can be injected is asked once.
    ///
    /// @param guard answers what it has published since an instant
    public GameDay(
            FaultsInForce faults, Function<Instant, List<GuardIncident>> guard, RandomGenerator random, Clock clock) {
        this(faults, Choices.in(faults.lab()), guard, random, clock);
    }

    GameDay(
            FaultsInForce faults,
            Choices choices,
            Function<Instant, List<GuardIncident>> guard,
            RandomGenerator random,
            Clock clock) {
        this.faults = faults;
        this.choices = choices;
        this.guard = guard;
        this.random = random;
        this.clock = clock;
        faults.listen(new FaultsInForce.Listener() {
            @Override
            public void injected(InForce fault) {
                strike(fault);
            }

            @Override
            public void healed(InForce fault) {
                end(fault);
            }
        });
    }

    /// Makes it reachable below `/game-day`.
    public void addTo(RoutesConfig routes) {
        new GameDayApi(this).addTo(routes);
    }

    Choices choices() {
        return choices;
    }

    /// Asks the guard first.
    Standing standing() {
        ask();
        synchronized (this) {
            return new Standing(Optional.ofNullable(present), List.copyOf(over), trouble, guardAnswers);
        }
    }

    /// Begins a round with this fault, which is no secret.
    ///
    /// @throws dev.tautline.lab.catalogue.FaultRefused when it is misspelt
    /// @throws FaultImpossible when it cannot be injected here
    /// @throws NotNow when a fault is in force
    void begin(String written) {
        var fault = Faults.parse(written);
        if (fault.feasibleIn(faults.lab()) instanceof Feasibility.Impossible(var reason)) {
            throw new FaultImpossible(fault, reason);
        }
        begin(Begin.CHOSEN, written.strip(), Faults.kindOf(fault).orElseThrow());
    }

    /// Begins a round with one that nobody knows, of those that were not played yet.
    ///
    /// @throws NotNow when a fault is in force, or nothing can be injected here
    void surprise() {
        var kind = drawn();
        begin(Begin.SURPRISE, kind.id(), kind);
    }

    private synchronized FaultKind drawn() {
        var played = over.stream().map(Round::kind).toList();
        var fresh = new ArrayList<>(choices.possible());
        if (fresh.isEmpty()) {
            throw new NotNow("nothing can be injected here");
        }
        fresh.removeAll(played);
        var pool = fresh.isEmpty() ? choices.possible() : fresh;
        return pool.get(random.nextInt(pool.size()));
    }

    private synchronized void begin(Begin begin, String written, FaultKind kind) {
        if (present != null) {
            throw new NotNow("a fault is in force; heal it first");
        }
        if (!faults.all().isEmpty()) {
            throw new NotNow("something injected from the shell is in force; heal it first");
        }
        trouble = Optional.empty();
        present = Round.begun(over.size() + 1, begin, written, kind, clock.instant());
        injecting = Thread.ofVirtual().name("game-day-injection").start(() -> inject(begin, written));
    }

    private void inject(Begin begin, String written) {
        try {
            faults.inject(written, begin == Begin.SURPRISE);
        } catch (RuntimeException failed) {
            synchronized (this) {
                // What was drawn stays unknown when it fails, so that it can be drawn again.
                trouble = Optional.of("It could not be injected: " + failed.getMessage());
                present = null;
            }
        }
    }

    private synchronized void strike(InForce fault) {
        if (present != null) {
            // Of two faults in force the second one is nobody's round.
            if (Thread.currentThread().equals(injecting)) {
                present = present.inForce(fault.id());
            }
            return;
        }
        var kind = Faults.kindOf(Faults.parse(fault.fault())).orElseThrow();
        trouble = Optional.empty();
        present = Round.begun(over.size() + 1, Begin.SHELL, fault.fault(), kind, fault.since())
                .inForce(fault.id());
    }

    /// Takes the player's guess, after which the fault is revealed.
    ///
    /// @param cause empty to give up
    /// @throws UnknownCause when it is none to choose
    /// @throws NotNow when there is nothing to guess
    void guess(Optional<String> cause) {
        cause.ifPresent(choices::refuseUnknown);
        var at = clock.instant();
        synchronized (this) {
            var round = inForce();
            if (round.revealed()) {
                throw new NotNow("the fault is known already; heal it, and begin another round");
            }
            present =
                    round.guessed(new Guess(cause, at, cause.map(round::isRight).orElse(false)));
            round.inForce().ifPresent(faults::reveal);
        }
    }

    /// Heals what is in force. Who has not guessed has given up.
    ///
    /// @throws NotNow when nothing is in force
    void heal() {
        synchronized (this) {
            var round = inForce();
            present = round.healing();
            var id = round.inForce().orElseThrow();
            Thread.ofVirtual().name("game-day-healing").start(() -> heal(id));
        }
    }

    private void heal(String id) {
        try {
            faults.heal(id);
        } catch (RuntimeException failed) {
            synchronized (this) {
                trouble = Optional.of("It could not be healed: " + failed.getMessage());
            }
        }
    }

    private Round inForce() {
        var round = present;
        if (round == null) {
            throw new NotNow("no fault is in force");
        }
        return switch (round.phase()) {
            case INJECTING -> throw new NotNow("the fault is still being injected");
            case HEALING, OVER -> throw new NotNow("the fault is being healed");
            case IN_FORCE -> round;
        };
    }

    private void end(InForce fault) {
        ask();
        synchronized (this) {
            var round = present;
            if (round != null && round.inForce().equals(Optional.of(fault.id()))) {
                over.add(round.over(clock.instant()));
                present = null;
            }
        }
    }

    /// Never while others wait: the guard may be silent.
    private void ask() {
        Round asked;
        synchronized (this) {
            asked = present;
        }
        if (asked == null) {
            return;
        }
        Optional<List<GuardIncident>> said;
        try {
            said = Optional.of(guard.apply(asked.struckAt()));
        } catch (GuardSilent silent) {
            said = Optional.empty();
        }
        synchronized (this) {
            guardAnswers = said.isPresent();
            var round = present;
            if (round != null && round.number() == asked.number()) {
                present = said.map(incidents -> round.heard(round.guard().then(incidents, round.struckAt())))
                        .orElse(round);
            }
        }
    }
}
