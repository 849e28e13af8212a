package dev.tautline.store.web;

import dev.tautline.store.database.Refusal;
import dev.tautline.store.database.SqlState;
import dev.tautline.store.intake.IntakeRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Turns what went wrong into a page that says so in plain words. A database that does not answer is 503 with
/// `Retry-After`, never 404 and never a stack trace; a statement that is a mistake of ours is 500.
@ControllerAdvice
class ErrorPages {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ModelAndView notFound(NotFound missing) {
        return page(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed refused) {
        return page(HttpStatus.FORBIDDEN, refused.getMessage()).addObject("headline", "error.not-allowed");
    }

    @ExceptionHandler
    ModelAndView badInput(BadInput bad) {
        return page(HttpStatus.BAD_REQUEST, bad.getMessage(), bad.arguments());
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, ServletRequestBindingException.class})
    ModelAndView unreadable() {
        return page(HttpStatus.BAD_REQUEST, "input.form");
    }

    @ExceptionHandler
    ModelAndView tooOften(TooOften often, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(often.seconds()));
        return page(HttpStatus.TOO_MANY_REQUESTS, often.getMessage());
    }

    /// Neither the database nor the journal took the order.
    @ExceptionHandler
    ModelAndView notReceived(IntakeRefused refused, HttpServletResponse response) {
        log.error("An order was not received: {}", refused.toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return page(HttpStatus.SERVICE_UNAVAILABLE, "outage.order");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView databaseRefused(RuntimeException refused, HttpServletRequest request, HttpServletResponse response) {
        return switch (Refusal.of(refused)) {
            case AWAY -> databaseAway(refused, request, response);
            case INPUT -> page(HttpStatus.BAD_REQUEST, "input.form");
            // Not 503: nobody must take a mistake of ours for an outage, and trying again in five seconds is no help.
            case DEFECT -> other(refused, request);
        };
    }

    private static ModelAndView databaseAway(
            RuntimeException away, HttpServletRequest request, HttpServletResponse response) {
        log.warn(
                "{} {} answered 503, SQLSTATE {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                SqlState.of(away).orElse("none"),
                away.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return page(HttpStatus.SERVICE_UNAVAILABLE, "outage.stockroom");
    }

    /// Tomcat could not take the form apart: too large, too many fields, or not decodable.
    @ExceptionHandler
    ModelAndView badForm(InvalidParameterException refused) {
        var status = HttpStatus.resolve(refused.getErrorCode());
        return page(status != null && status.is4xxClientError() ? status : HttpStatus.BAD_REQUEST, "");
    }

    @ExceptionHandler
    ModelAndView other(Exception failed, HttpServletRequest request) {
        if (failed instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(known.getStatusCode(), "");
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failed);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "");
    }

    /// @param detail a key of the bundle, or nothing
    static ModelAndView page(HttpStatusCode status, @Nullable String detail, Object... arguments) {
        var page = new ModelAndView("error");
        page.setStatus(status);
        return page.addObject("status", status.value())
                .addObject("headline", headline(status.value()))
                .addObject("detail", detail == null ? "" : detail)
                .addObject("detailArguments", arguments);
    }

    private static String headline(int status) {
        return switch (status) {
            case 400, 403, 404, 405, 413, 415, 429, 503 -> "error." + status;
            case 431 -> "error.413";
            default -> status < 500 ? "error.other" : "error.500";
        };
    }
}
