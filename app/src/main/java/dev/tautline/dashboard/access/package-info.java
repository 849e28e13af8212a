/// Who may open the dashboard and do what: users, tokens, sessions, TLS, and what keeps strangers and guessers out.
@NullMarked
package dev.tautline.dashboard.access;

import org.jspecify.annotations.NullMarked;
