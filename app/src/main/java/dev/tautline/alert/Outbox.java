package dev.tautline.alert;

import dev.tautline.alert.Moments.Moment;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.finding.Owner;
import dev.tautline.history.Delivery;
import dev.tautline.history.Post;
import dev.tautline.incident.Incident;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be sent to whom. Each transition of an incident makes at most one delivery per receiver, also across
/// restarts, for its key says which. Thread-safe: the history's thread fills it, senders empty it.
public final class Outbox implements Post {
    private final List<Receiver> receivers;
    private final URI dashboard;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> released = new HashSet<>();

    /// @param earlier those that an earlier guard left
    public Outbox(List<Receiver> receivers, URI dashboard, List<Delivery> earlier) {
        this.receivers = List.copyOf(receivers);
        this.dashboard = dashboard;
        earlier.forEach(delivery -> deliveries.put(delivery.key(), delivery));
    }

    @Override
    public synchronized List<Delivery> of(Instant at, List<Incident> incidents) {
        var open = new HashSet<String>();
        incidents.stream().filter(Incident::open).forEach(incident -> open.add(incident.id()));
        followed.addAll(open);
        incidents.stream().filter(incident -> followed.contains(incident.id())).forEach(i -> tell(i, at));
        followed.retainAll(open);
        deliveries.values().removeIf(delivery -> done(delivery, at) && !open.contains(delivery.incident()));
        released.retainAll(deliveries.keySet());
        return List.copyOf(deliveries.values());
    }

    /// Kept a while after it was settled, so that the history gets to know.
    private static boolean done(Delivery delivery, Instant at) {
        var settled = delivery.settled();
        return settled != null && settled.isBefore(at.minusSeconds(60));
    }

    @Override
    public synchronized void written(Instant at) {
        released.addAll(deliveries.keySet());
    }

    /// The next one for a receiver that is due. The later ones of an incident wait for the earlier ones.
    synchronized Optional<Delivery> next(Receiver receiver, Instant now) {
        var held = new HashSet<String>();
        return deliveries.values().stream()
                .filter(delivery -> delivery.receiver().equals(receiver.name()) && delivery.pending())
                .filter(delivery -> held.add(delivery.incident()))
                .filter(delivery -> released.contains(delivery.key()))
                .filter(delivery -> !delivery.due().isAfter(now))
                .findFirst();
    }

    synchronized void update(Delivery delivery) {
        deliveries.put(delivery.key(), delivery);
    }

    private void tell(Incident incident, Instant at) {
        for (var moment : Moments.of(incident, at)) {
            for (var receiver : receivers) {
                var key = key(incident, moment.name(), receiver);
                if (!deliveries.containsKey(key) && concerns(incident, moment, receiver)) {
                    deliveries.put(key, delivery(key, incident, moment, receiver, at));
                }
            }
        }
    }

    private static String key(Incident incident, String moment, Receiver receiver) {
        return incident.id() + "/" + moment + "/" + receiver.name();
    }

    /// Who was told goes on to be told; who was not is told when the cause is found to be theirs.
    private boolean concerns(Incident incident, Moment moment, Receiver receiver) {
        boolean told = deliveries.values().stream()
                .anyMatch(delivery -> delivery.incident().equals(incident.id())
                        && delivery.receiver().equals(receiver.name()));
        return switch (moment.transition()) {
            case OPENED -> hears(receiver, owner(incident));
            case NAMED, REVISED -> told || hears(receiver, owner(incident));
            case RESOLVED -> told;
        };
    }

    /// While no owner is known, those who hear everything are told; without any such, all are.
    private boolean hears(Receiver receiver, @Nullable Owner owner) {
        if (owner == null) {
            return receiver.hearsEverything() || receivers.stream().noneMatch(Receiver::hearsEverything);
        }
        return receiver.hearsEverything() || receiver.owners().contains(owner);
    }

    private Delivery delivery(String key, Incident incident, Moment moment, Receiver receiver, Instant at) {
        var cause = incident.cause();
        var owner = owner(incident);
        var foreign = owner == null || hears(receiver, owner) ? "" : "This is not yours any more.\n";
        var notice = new Notice(
                key,
                incident.id(),
                moment.transition(),
                at,
                Message.subject(incident, moment.transition()),
                foreign + Message.text(incident, dashboard),
                cause == null ? null : cause.cause().id(),
                owner);
        return new Delivery(key, incident.id(), receiver.name(), NoticeJson.of(notice), at, 0, at, null, null);
    }

    private static @Nullable Owner owner(Incident incident) {
        Supported cause = incident.cause();
        return cause == null ? null : cause.cause().owner();
    }
}
