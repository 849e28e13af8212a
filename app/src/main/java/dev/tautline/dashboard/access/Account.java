package dev.tautline.dashboard.access;

import dev.tautline.settings.Secret;
import java.util.Set;

/// Who may log in, and how that is proven.
public sealed interface Account {
    String name();

    Set<Scope> scopes();

    /// A person with a password.
    ///
    /// @param hash of the password, argon2id in its usual form
    record User(String name, Set<Scope> scopes, Secret hash) implements Account {
        public User {
            scopes = Set.copyOf(scopes);
        }
    }

    /// A program, or a person, with a token.
    ///
    /// @param sha256 of the token in lower-case hexadecimal; it is long and random, so no slow hash is needed
    record Token(String name, Set<Scope> scopes, String sha256) implements Account {
        /// One that may do everything.
        public static Token of(String name, Secret token) {
            return new Token(name, Set.of(Scope.values()), Hashes.sha256(token.reveal()));
        }
    }
}
