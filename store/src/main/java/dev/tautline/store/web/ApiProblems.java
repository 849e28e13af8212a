package dev.tautline.store.web;

import dev.tautline.store.database.Refusal;
import dev.tautline.store.intake.IntakeRefused;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// The API's errors as problem details, never a page and never a stack trace.
@RestControllerAdvice(annotations = ApiV1.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {
    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final MessageSource words;

    ApiProblems(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ours(ApiProblem problem) {
        return answer(problem.status(), problem.code(), String.valueOf(problem.getMessage()))
                .build(problem.status());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound missing) {
        return answer(HttpStatus.NOT_FOUND, "not-found", said(missing)).build(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput bad) {
        var detail = words.getMessage(String.valueOf(bad.getMessage()), bad.arguments(), Locale.ENGLISH);
        return answer(HttpStatus.BAD_REQUEST, "bad-request", detail).build(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> unreadable() {
        return answer(HttpStatus.BAD_REQUEST, "bad-request", "The request is not the JSON that the API describes.")
                .build(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooOften(TooOften often) {
        return answer(HttpStatus.TOO_MANY_REQUESTS, "too-often", said(often))
                .retryAfter(Long.toString(often.seconds()))
                .build(HttpStatus.TOO_MANY_REQUESTS);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> databaseRefused(RuntimeException refused) {
        return switch (Refusal.of(refused)) {
            case AWAY -> away(refused);
            case INPUT -> unreadable();
            case DEFECT -> other(refused);
        };
    }

    @ExceptionHandler(IntakeRefused.class)
    ResponseEntity<ProblemDetail> away(RuntimeException away) {
        log.warn("The API answered 503: {}", away.toString());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The shop's database does not answer just now.")
                .retryAfter(ErrorPages.RETRY_AFTER_SECONDS)
                .build(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failed) {
        if (failed instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(known.getStatusCode(), "bad-request", "The request is not one that the API describes.")
                    .build(known.getStatusCode());
        }
        log.error("The API failed", failed);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "Something broke on our side.")
                .build(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private String said(RuntimeException problem) {
        return words.getMessage(String.valueOf(problem.getMessage()), null, Locale.ENGLISH);
    }

    private static Answer answer(HttpStatusCode status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return new Answer(problem, new HttpHeaders());
    }

    private record Answer(ProblemDetail problem, HttpHeaders headers) {
        Answer retryAfter(String seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds);
            return this;
        }

        ResponseEntity<ProblemDetail> build(HttpStatusCode status) {
            return ResponseEntity.status(status).headers(headers).body(problem);
        }
    }
}
