package dev.tautline.store.checkout;

import dev.tautline.store.database.Unavailable;
import dev.tautline.store.payment.WebhookSignature;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Hears from the provider that something happened to a payment. What it says of the state is not believed:
/// notifications
/// come late, twice and in the wrong order. It is a reason to look, and looking is `advance`, as for everybody else.
@RestController
class WebhookController {
    private static final int LONGEST = 8 * 1024;

    private final Settlement settlement;
    private final Payments payments;
    private final Optional<WebhookSignature> signature;
    private final JsonMapper json;
    private final InstantSource clock;

    WebhookController(
            Settlement settlement,
            Payments payments,
            @Value("${chandlery.payment.webhook-secret:}") String secret,
            JsonMapper json,
            InstantSource clock) {
        this.settlement = settlement;
        this.payments = payments;
        this.signature = secret.isEmpty() ? Optional.empty() : Optional.of(new WebhookSignature(secret));
        this.json = json;
        this.clock = clock;
    }

    /// 204 when looked at, also when there was nothing left to do; 503 asks the provider to send it again.
    @PostMapping("/webhooks/payments")
    ResponseEntity<ProblemDetail> take(
            @RequestHeader(name = WebhookSignature.TIME_HEADER, required = false) @Nullable String seconds,
            @RequestHeader(name = WebhookSignature.SIGNATURE_HEADER, required = false) @Nullable String signed,
            @RequestBody(required = false) byte @Nullable [] body) {
        var bytes = body == null ? new byte[0] : body;
        if (bytes.length > LONGEST) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "A notification has at most %d bytes.".formatted(LONGEST));
        }
        if (signature.isEmpty() || !signature.get().verify(seconds, signed, bytes, clock.instant())) {
            return problem(HttpStatus.UNAUTHORIZED, "The signature is missing, wrong or too old.");
        }
        return paymentOf(bytes)
                .map(this::look)
                .orElseGet(() -> problem(HttpStatus.BAD_REQUEST, "The body names no payment."));
    }

    private ResponseEntity<ProblemDetail> look(UUID payment) {
        try {
            if (payments.facts(payment).isEmpty()) {
                return problem(HttpStatus.NOT_FOUND, "No such payment is known here.");
            }
            settlement.advance(payment);
            return ResponseEntity.noContent().build();
        } catch (DataAccessException | TransactionException away) {
            if (!Unavailable.is(away)) {
                throw away;
            }
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.SERVICE_UNAVAILABLE, "The shop's database does not answer just now."));
        }
    }

    private Optional<UUID> paymentOf(byte[] body) {
        try {
            return Optional.of(
                    UUID.fromString(json.readTree(body).path("payment").asString("")));
        } catch (JacksonException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
