package dev.tautline.store.payment;

import dev.tautline.store.pricing.Money;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Talks JSON over HTTP. Whatever goes wrong on the way becomes `Silent`: an error here says nothing about the charge.
@Component
class HttpPaymentProvider implements PaymentProvider {
    private final PaymentProperties properties;
    private final JsonMapper json;
    private final ObservationRegistry observations;
    private final HttpClient http;

    HttpPaymentProvider(PaymentProperties properties, JsonMapper json, ObservationRegistry observations) {
        this.properties = properties;
        this.json = json;
        this.observations = observations;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public ProviderAnswer authorise(UUID payment, Money amount, String cardToken) {
        var body = json.writeValueAsString(Map.of(
                "id",
                payment.toString(),
                "amountMinor",
                amount.minor(),
                "currency",
                Money.CURRENCY,
                "cardToken",
                cardToken));
        return send("authorise", request("/payments").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public ProviderAnswer capture(UUID payment) {
        return send("capture", request("/payments/" + payment + "/capture").POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Override
    public ProviderAnswer cancel(UUID payment) {
        return send("void", request("/payments/" + payment + "/void").POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Override
    public RefundAnswer refund(UUID payment, UUID refund, Money amount) {
        var body = json.writeValueAsString(Map.of("id", refund.toString(), "amountMinor", amount.minor()));
        var request = request("/payments/" + payment + "/refunds").POST(HttpRequest.BodyPublishers.ofString(body));
        try {
            var status = exchange("refund", request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return switch (status) {
                case 200 -> new RefundAnswer.Refunded();
                case 400, 404, 409 -> new RefundAnswer.Refused("HTTP status " + status);
                default -> new RefundAnswer.Silent("HTTP status " + status);
            };
        } catch (IOException failed) {
            return new RefundAnswer.Silent(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new RefundAnswer.Silent("interrupted while waiting for the provider");
        }
    }

    @Override
    public ProviderAnswer find(UUID payment) {
        return send("find", request("/payments/" + payment).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(properties.url() + path))
                .timeout(properties.answerTimeout())
                .header("Content-Type", "application/json");
    }

    private ProviderAnswer send(String call, HttpRequest.Builder request) {
        try {
            return understand(exchange(call, request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            return new ProviderAnswer.Silent(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ProviderAnswer.Silent("interrupted while waiting for the provider");
        }
    }

    /// Sends the trace along, where there is one. The card's token and the payment's id are no part of what is told.
    private <T> HttpResponse<T> exchange(String call, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var context = new SenderContext<HttpRequest.Builder>(HttpPaymentProvider::addHeader, Kind.CLIENT);
        context.setCarrier(request);
        context.setRemoteServiceName("payment provider");
        var asking = Observation.createNotStarted("chandlery.payment.call", () -> context, observations)
                .contextualName("payment " + call)
                .lowCardinalityKeyValue("call", call)
                .lowCardinalityKeyValue("status", "none");
        asking.start();
        try (var scope = asking.openScope()) {
            var answer = http.send(request.build(), handler);
            asking.lowCardinalityKeyValue("status", String.valueOf(answer.statusCode()));
            return answer;
        } catch (IOException | InterruptedException failed) {
            asking.error(failed);
            throw failed;
        } finally {
            asking.stop();
        }
    }

    private static void addHeader(HttpRequest.@Nullable Builder request, String name, String value) {
        if (request != null) {
            request.setHeader(name, value);
        }
    }

    private ProviderAnswer understand(HttpResponse<String> response) {
        if (response.statusCode() == 404) {
            return new ProviderAnswer.Unheard();
        }
        if (response.statusCode() != 200) {
            return new ProviderAnswer.Silent("HTTP status " + response.statusCode());
        }
        try {
            return state(json.readTree(response.body()).path("state").asString(""));
        } catch (JacksonException malformed) {
            return new ProviderAnswer.Silent("the answer is not JSON");
        }
    }

    private static ProviderAnswer state(String state) {
        return switch (state) {
            case "AUTHORISED" -> new ProviderAnswer.Authorised();
            case "CAPTURED" -> new ProviderAnswer.Captured();
            case "DECLINED" -> new ProviderAnswer.Declined();
            case "VOIDED" -> new ProviderAnswer.Voided();
            default -> new ProviderAnswer.Silent("the answer has no state that we know");
        };
    }
}
