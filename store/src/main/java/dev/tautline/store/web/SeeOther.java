package dev.tautline.store.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The answer to every form: 303, so that a reload never sends the form again.
public final class SeeOther {
    private SeeOther() {}

    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
