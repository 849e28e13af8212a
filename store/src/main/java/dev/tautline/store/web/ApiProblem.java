package dev.tautline.store.web;

import org.springframework.http.HttpStatus;

/// Why the API does not do what it was asked. The detail is English and ours; it never repeats the input.
public final class ApiProblem extends RuntimeException {
    private final HttpStatus status;
    private final String code;

    /// @param code stands in the problem's `code`, for programs
    public ApiProblem(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
