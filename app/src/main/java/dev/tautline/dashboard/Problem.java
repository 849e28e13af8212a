package dev.tautline.dashboard;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

/// An error as this API answers it (RFC 9457).
record Problem(String title, int status, String detail, String instance) {
    static void answer(HttpResponseException refused, Context ctx) {
        answer(HttpStatus.forStatus(refused.getStatus()), String.valueOf(refused.getMessage()), ctx);
    }

    static void answer(HttpStatus status, String detail, Context ctx) {
        ctx.status(status)
                .contentType("application/problem+json")
                .result(Json.of(new Problem(status.getMessage(), status.getCode(), detail, ctx.path())));
    }
}
