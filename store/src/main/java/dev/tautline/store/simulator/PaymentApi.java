package dev.tautline.store.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The provider's calls:
///
/// - `POST /payments` `{id, amountMinor, currency, cardToken}`: authorises, once per id
/// - `POST /payments/{id}/capture`, `POST /payments/{id}/void`, `GET /payments/{id}`
/// - `POST /payments/{id}/refunds` `{id, amountMinor}`: gives back, once per id of the refund
/// - `GET /ledger?after=0`: what happened, at most 1000 entries at a time
final class PaymentApi {
    private static final Duration SLOW = Duration.ofMillis(1500);
    // Longer than shops wait for an answer.
    private static final Duration LATE = Duration.ofSeconds(4);
    private static final Duration ECHO = Duration.ofSeconds(2);
    private static final int LEDGER_PAGE = 1000;

    private final Bank bank;
    private final Ledger ledger;
    private final JsonMapper json;
    private final Duration delay;
    private final Optional<Webhooks> webhooks;

    PaymentApi(Bank bank, Ledger ledger, JsonMapper json, Duration delay, Optional<Webhooks> webhooks) {
        this.webhooks = webhooks;
        this.bank = bank;
        this.ledger = ledger;
        this.json = json;
        this.delay = delay;
    }

    Reply answer(String method, String path, String query, String body) {
        LockSupport.parkNanos(delay.toNanos());
        var parts = path.split("/", -1);
        return switch (method + " " + shape(parts)) {
            case "POST /payments" -> charge(body);
            case "GET /payments/id" ->
                withId(parts[2], id -> bank.find(id).map(Reply::of).orElse(Reply.NOT_FOUND));
            case "POST /payments/id/capture" ->
                withId(parts[2], id -> bank.capture(id).map(Reply::of).orElse(Reply.NOT_FOUND));
            case "POST /payments/id/void" -> withId(parts[2], id -> Reply.of(bank.cancel(id)));
            case "POST /payments/id/refunds" -> withId(parts[2], id -> refund(id, body));
            case "GET /ledger" -> ledgerAfter(query);
            default -> Reply.NOT_FOUND;
        };
    }

    /// The path with the payment's id replaced by the word "id".
    private static String shape(String[] parts) {
        if (parts.length > 2 && parts[1].equals("payments")) {
            return "/payments/id" + (parts.length > 3 ? "/" + parts[3] : "");
        }
        return String.join("/", parts);
    }

    private Reply charge(String body) {
        try {
            var reading = Charge.read(json.readTree(body));
            return reading.charge()
                    .map(this::charge)
                    .orElseGet(() -> Reply.problem(400, reading.problems().toArray(String[]::new)));
        } catch (JacksonException malformed) {
            return Reply.problem(400, "the body is not JSON");
        }
    }

    private Reply charge(Charge charge) {
        var alreadyKnown = bank.find(charge.id()).isPresent();
        return switch (charge.behaviour()) {
            case ACCEPTED, DECLINED -> authorise(charge);
            case SLOW -> {
                LockSupport.parkNanos(SLOW.toNanos());
                yield authorise(charge);
            }
            case SILENT -> {
                var reply = authorise(charge);
                yield alreadyKnown ? reply : Reply.SILENCE;
            }
            case LOST -> Reply.SILENCE;
            case LATE -> {
                LockSupport.parkNanos(LATE.toNanos());
                yield authorise(charge);
            }
            case ECHO -> {
                var reply = authorise(charge);
                webhooks.ifPresent(shop -> ledger.lastOf(charge.id()).ifPresent(entry -> {
                    shop.sendNow(entry);
                    shop.send(entry, ECHO);
                }));
                yield reply;
            }
            case BROKEN -> bank.firstTry(charge.id()) ? Reply.problem(500, "the bank broke") : authorise(charge);
        };
    }

    private Reply authorise(Charge charge) {
        return bank.authorise(charge.id(), charge.amountMinor(), charge.behaviour())
                .map(Reply::of)
                .orElseGet(() -> Reply.problem(409, "id: already used with another amount"));
    }

    private Reply refund(UUID payment, String body) {
        try {
            var wish = json.readTree(body);
            var id = Charge.uuid(wish.path("id").asString(""));
            var amount = wish.path("amountMinor").asLong(-1);
            return id.isEmpty() || amount <= 0
                    ? Reply.problem(400, "a refund has an id, a UUID, and an amountMinor above zero")
                    : refund(payment, id.get(), amount);
        } catch (JacksonException malformed) {
            return Reply.problem(400, "the body is not JSON");
        }
    }

    private Reply refund(UUID payment, UUID refund, long amount) {
        var behaviour = bank.behaviourOf(payment);
        if (behaviour == Behaviour.BROKEN && bank.firstTry(refund)) {
            return Reply.problem(500, "the bank broke");
        }
        var outcome = bank.refund(payment, refund, amount);
        if (outcome.isEmpty()) {
            return Reply.problem(409, "no such payment was captured");
        }
        return switch (outcome.get()) {
            case DONE ->
                behaviour == Behaviour.SILENT ? Reply.SILENCE : new Reply(200, Map.of("id", refund.toString()));
            case DONE_BEFORE -> new Reply(200, Map.of("id", refund.toString()));
            case OTHER -> Reply.problem(409, "id: already used for another refund");
            case TOO_MUCH -> Reply.problem(409, "amountMinor: more than was captured and not given back yet");
        };
    }

    private Reply ledgerAfter(String query) {
        var after = query.matches("after=[0-9]{1,9}") ? Long.parseLong(query.substring("after=".length())) : 0;
        return new Reply(200, Map.of("entries", ledger.after(after, LEDGER_PAGE)));
    }

    private static Reply withId(String text, Function<UUID, Reply> answer) {
        return Charge.uuid(text).map(answer).orElse(Reply.NOT_FOUND);
    }
}
