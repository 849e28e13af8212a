package dev.tautline.store.password;

import dev.tautline.store.web.FieldProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a password must be, for customers and staff alike. Length and nothing else that people could be made to type
/// (NIST SP 800-63B-4, 3.1.1.2).
public final class PasswordRules {
    private PasswordRules() {}

    /// What is wrong with a new password; empty when it may be taken.
    ///
    /// @param field of the form
    public static Map<String, FieldProblem> problems(String field, String password, String email) {
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        if (password.length() < PasswordHashing.SHORTEST || tooLong(password)) {
            problems.put(
                    field,
                    new FieldProblem("account.password.length", PasswordHashing.SHORTEST, PasswordHashing.LONGEST));
        } else if (password.equalsIgnoreCase(email)) {
            problems.put(field, new FieldProblem("account.password.email"));
        }
        return problems;
    }

    /// Longer than any that was ever taken: not worth hashing.
    public static boolean tooLong(String password) {
        return password.length() > PasswordHashing.LONGEST;
    }
}
