/// Accounts: registering, logging in, what an account shows, taking it along and erasing it. A session is a sealed
/// cookie; whatever needs the database says 503 without it and keeps nobody from buying as a guest.
@NullMarked
package dev.tautline.store.customer;

import org.jspecify.annotations.NullMarked;
