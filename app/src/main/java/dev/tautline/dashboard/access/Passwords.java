package dev.tautline.dashboard.access;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/// Hashes passwords with argon2id, and checks them. Thread-safe.
public final class Passwords {
    /// The least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// A hash that is asked for more than this is a slip or an attack on the guard's memory.
    private static final int MOST_MEMORY_KIB = 1 << 18;

    private static final int MOST_PASSES = 32;

    private static final Argon2Function FUNCTION =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    /// Many who guess at once must not take all memory.
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Passwords() {}

    /// @return in the usual form, `$argon2id$v=19$m=19456,t=2,p=1$…`
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
    }

    static boolean matches(String password, String hash) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (BadParametersException e) {
            return false;
        } finally {
            AT_ONCE.release();
        }
    }

    /// Whether a text is a hash that can be checked against.
    static boolean usable(String hash) {
        try {
            var function = Argon2Function.getInstanceFromHash(hash);
            return hash.startsWith("$argon2id$")
                    && function.getMemory() <= MOST_MEMORY_KIB
                    && function.getIterations() <= MOST_PASSES;
        } catch (RuntimeException e) {
            // What the library says of a text that is no hash differs from text to text.
            return false;
        }
    }
}
