package dev.tautline.store.customer;

import dev.tautline.store.web.PageFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/// Tells every page whether somebody is signed in, by the cookie alone.
@Component
class AccountMark extends PageFilter {
    private final AccountSession sessions;

    AccountMark(AccountSession sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute("signedIn", sessions.read(request).isPresent());
    }
}
