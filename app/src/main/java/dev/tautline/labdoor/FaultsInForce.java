package dev.tautline.labdoor;

import dev.tautline.lab.Injection;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.lab.fault.Lab;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// The faults that were injected into a lab and are not healed yet, whoever asked for them. Closing it heals all.
/// Thread-safe: injections and healings come one after another, and looking never waits for them.
public final class FaultsInForce implements AutoCloseable {
    /// What is shown in place of a fault whose name is kept secret, and the id by which it is healed.
    public static final String SECRET = "game-day-surprise";

    private record Held(InForce told, boolean secret, Injection injection) {}

    /// Hears of what others inject and heal, on their thread.
    public interface Listener {
        void injected(InForce fault);

        void healed(InForce fault);
    }

    private final Lab lab;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock(true);
    private final Map<String, Held> inForce = new LinkedHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    public FaultsInForce(Lab lab, Clock clock) {
        this.lab = lab;
        this.clock = clock;
    }

    public Lab lab() {
        return lab;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /// The oldest first, under their names.
    public List<InForce> all() {
        return held().stream().map(Held::told).toList();
    }

    /// The oldest first, as anybody may see them.
    List<InForce> shown() {
        return held().stream()
                .map(held -> held.secret()
                        ? new InForce(held.told().id(), SECRET, held.told().since())
                        : held.told())
                .toList();
    }

    /// Returns when the fault is in force.
    ///
    /// @param fault as people write it
    /// @param secret whether its name is kept from those who ask what is in force
    /// @throws dev.tautline.lab.catalogue.FaultRefused when it is misspelt
    /// @throws dev.tautline.lab.fault.FaultImpossible when it cannot be injected here; nothing was changed
    /// @throws dev.tautline.lab.LabException when it could not be injected
    public InForce inject(String fault, boolean secret) {
        working.lock();
        try {
            refuseWhenClosed();
            var parsed = Faults.parse(fault);
            var id = free(secret ? SECRET : Faults.kindOf(parsed).orElseThrow().id());
            var since = clock.instant();
            var injection = lab.inject(parsed);
            var told = new InForce(id, fault, since);
            put(new Held(told, secret, injection));
            listeners.forEach(listener -> listener.injected(told));
            return told;
        } finally {
            working.unlock();
        }
    }

    /// From now on its name is shown.
    public void reveal(String id) {
        synchronized (inForce) {
            inForce.computeIfPresent(id, (_, held) -> new Held(held.told(), false, held.injection()));
        }
    }

    /// Returns when it is healed; empty when nothing with this id is in force.
    public Optional<InForce> heal(String id) {
        working.lock();
        try {
            var held = remove(id);
            held.ifPresent(gone -> {
                try {
                    gone.injection().close();
                } finally {
                    listeners.forEach(listener -> listener.healed(gone.told()));
                }
            });
            return held.map(Held::told);
        } finally {
            working.unlock();
        }
    }

    /// Waits for an injection under way. Nothing is injected any more. An interrupt is kept for the caller: a healing
    /// that gave up waiting would leave something broken.
    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        working.lock();
        try {
            closed = true;
            var injections = held().stream().map(Held::injection).toList();
            synchronized (inForce) {
                inForce.clear();
            }
            Injection.all(injections).close();
        } finally {
            working.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new LabClosed();
        }
    }

    private List<Held> held() {
        synchronized (inForce) {
            return new ArrayList<>(inForce.values());
        }
    }

    private void put(Held held) {
        synchronized (inForce) {
            inForce.put(held.told().id(), held);
        }
    }

    private Optional<Held> remove(String id) {
        synchronized (inForce) {
            return Optional.ofNullable(inForce.remove(id));
        }
    }

    private String free(String id) {
        synchronized (inForce) {
            int number = 2;
            var free = id;
            while (inForce.containsKey(free)) {
                free = id + "-" + number++;
            }
            return free;
        }
    }
}
