package dev.tautline.alert;

import dev.tautline.alert.Moments.Moment;
import dev.tautline.alert.quiet.Labels;
import dev.tautline.alert.quiet.Quiet;
import dev.tautline.alert.quiet.Silence;
import dev.tautline.alert.quiet.Silences;
import dev.tautline.history.Delivery;
import dev.tautline.history.Post;
import dev.tautline.incident.Incident;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be sent to whom. What happens to an incident makes at most one delivery per receiver, also across
/// restarts, for its key says which. Thread-safe: the history's thread fills it, senders empty it.
public final class Outbox implements Post {
    /// An incident that is over may be opened again: what was told of it must still be known.
    private static final Duration KNOWN_AFTER_THE_END = Duration.ofHours(1);

    private final Silences silences;
    private final URI dashboard;
    private AlertPolicy policy;
    private Composer composer;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<String, LinkedHashMap<String, Delivery>> pending = new HashMap<>();
    private final Map<String, Map<String, Told>> told = new HashMap<>();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> released = new HashSet<>();

    /// @param dashboard where this guard serves it
    /// @param earlier those that an earlier guard left
    public Outbox(AlertPolicy policy, Silences silences, URI dashboard, List<Delivery> earlier) {
        this.policy = policy;
        this.silences = silences;
        this.dashboard = dashboard;
        this.composer = new Composer(policy, dashboard);
        earlier.forEach(delivery -> put(delivery, NoticeJson.read(delivery.body())));
    }

    /// From now on people are told as this says. What waits for a receiver that is gone waits for its return.
    public synchronized void change(AlertPolicy present) {
        policy = present;
        composer = new Composer(present, dashboard);
    }

    @Override
    public synchronized List<Delivery> of(Instant at, List<Incident> incidents) {
        var open = new HashSet<String>();
        incidents.stream().filter(Incident::open).forEach(incident -> open.add(incident.id()));
        followed.addAll(open);
        var quiet = new Quiet(silences, policy.maintenance()).at(at);
        incidents.stream()
                .filter(incident -> followed.contains(incident.id()))
                .forEach(incident -> tell(incident, at, quiet));
        forget(at, incidents, open);
        return List.copyOf(deliveries.values());
    }

    @Override
    public List<Silence> silences(Instant at) {
        return silences.toWrite(at);
    }

    @Override
    public synchronized void written(Instant at) {
        released.addAll(deliveries.keySet());
        silences.written();
    }

    private void forget(Instant at, List<Incident> incidents, Set<String> open) {
        var known = new HashSet<>(open);
        for (var incident : incidents) {
            var over = incident.resolvedAt();
            if (over != null && over.isAfter(at.minus(KNOWN_AFTER_THE_END))) {
                known.add(incident.id());
            }
        }
        deliveries.values().removeIf(delivery -> settledAWhile(delivery, at) && !known.contains(delivery.incident()));
        released.retainAll(deliveries.keySet());
        followed.retainAll(known);
        told.keySet().retainAll(known);
    }

    /// Kept a while after it was settled, so that the history gets to know.
    private static boolean settledAWhile(Delivery delivery, Instant at) {
        var settled = delivery.settled();
        return settled != null && settled.isBefore(at.minusSeconds(60));
    }

    /// Those for a receiver that are due, at most one of each incident: the later ones wait for the earlier.
    synchronized List<Delivery> due(String receiver, Instant now, int most) {
        var held = new HashSet<String>();
        var due = new ArrayList<Delivery>();
        for (var delivery :
                pending.getOrDefault(receiver, new LinkedHashMap<>()).values()) {
            if (due.size() == most) {
                break;
            }
            if (held.add(delivery.incident())
                    && released.contains(delivery.key())
                    && !delivery.due().isAfter(now)) {
                due.add(delivery);
            }
        }
        return due;
    }

    synchronized void update(Delivery delivery) {
        deliveries.put(delivery.key(), delivery);
        var waiting = pending.computeIfAbsent(delivery.receiver(), key -> new LinkedHashMap<>());
        if (delivery.pending()) {
            waiting.put(delivery.key(), delivery);
        } else {
            waiting.remove(delivery.key());
        }
    }

    private void put(Delivery delivery, Notice notice) {
        update(delivery);
        told.computeIfAbsent(delivery.incident(), key -> new HashMap<>())
                .compute(delivery.receiver(), (receiver, before) -> {
                    if (before == null) {
                        return new Told(notice);
                    }
                    before.add(notice);
                    return before;
                });
    }

    private void tell(Incident incident, Instant at, Quiet.Now quiet) {
        var moments = Moments.of(incident, at, policy.escalateAfter(), policy.repeatEvery());
        if (moments.isEmpty()) {
            return;
        }
        var labels = composer.labels(incident);
        var hears = policy.routing().to(incident.owner(), incident.handling().severity(), labels);
        boolean hushed = quiet.hushes(labels);
        var before = told.getOrDefault(incident.id(), Map.of());
        for (var receiver : policy.receivers()) {
            tell(incident, at, receiver, moments, labels, hears.contains(receiver.name()), hushed, before);
        }
    }

    private void tell(
            Incident incident,
            Instant at,
            Receiver receiver,
            List<Moment> moments,
            Labels labels,
            boolean hears,
            boolean hushed,
            Map<String, Told> before) {
        var heard = before.get(receiver.name());
        var fresh = moments.stream()
                .filter(moment -> heard == null || !heard.covers(moment.name()))
                .toList();
        var telling = fresh.reversed().stream()
                .filter(moment -> concerns(incident, moment, receiver, labels, hears, heard))
                .findFirst();
        if (telling.isEmpty() || (hushed && !closes(telling.get(), heard))) {
            return;
        }
        var covers = fresh.stream().map(Moment::name).toList();
        var notice = composer.notice(incident, receiver, telling.get(), covers, hears, heard, at);
        if (!deliveries.containsKey(notice.key())) {
            put(
                    new Delivery(
                            notice.key(), incident.id(), receiver.name(), NoticeJson.of(notice), at, 0, at, null, null),
                    notice);
        }
    }

    /// What was told is closed also in the quiet.
    private static boolean closes(Moment moment, @Nullable Told heard) {
        return heard != null
                && (moment.transition() == Transition.RESOLVED || moment.transition() == Transition.ACKNOWLEDGED);
    }

    /// Who was told goes on to be told; who was not is told when the cause is found to be theirs.
    private boolean concerns(
            Incident incident, Moment moment, Receiver receiver, Labels labels, boolean hears, @Nullable Told heard) {
        if (!incident.open()) {
            return moment.transition() == Transition.RESOLVED && heard != null && !heard.over();
        }
        return switch (moment.transition()) {
            case OPENED -> hears;
            case NAMED, REVISED, WORSENED, REOPENED -> heard != null || hears;
            case REPEATED -> heard != null && hears;
            case ESCALATED -> escalatesTo(incident, moment, receiver, labels);
            case ACKNOWLEDGED, MITIGATED -> heard != null;
            case RESOLVED, DIGEST, HEARTBEAT, TEST -> false;
        };
    }

    private boolean escalatesTo(Incident incident, Moment moment, Receiver receiver, Labels labels) {
        var next = moment.next();
        var to = next == null
                ? policy.routing().everybody()
                : policy.routing().to(next, incident.handling().severity(), labels);
        return to.contains(receiver.name());
    }
}
