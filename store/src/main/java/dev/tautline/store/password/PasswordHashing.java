package dev.tautline.store.password;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with argon2id. A password that belongs to nobody takes as long as one that is wrong, so that the
/// time tells nothing. Thread-safe.
@Component
public class PasswordHashing {
    /// Characters; NIST SP 800-63B-4, 3.1.1.2 asks for 8 at least beside another factor and 15 alone, OWASP ASVS 5 for
    /// 8.
    public static final int SHORTEST = 10;

    public static final int LONGEST = 128;

    // Each takes 16 MiB and a core for tens of milliseconds: a rush of log-ins must not take the shop's memory.
    private static final int AT_ONCE = 4;

    private final PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final String ofNobody = argon2.encode("a password that nobody has");

    public String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    public boolean matches(String password, Optional<String> hash) {
        var right = inTurn(() -> argon2.matches(password, hash.orElse(ofNobody)));
        return right && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
