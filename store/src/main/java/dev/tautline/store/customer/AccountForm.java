package dev.tautline.store.customer;

import dev.tautline.store.password.PasswordRules;
import dev.tautline.store.web.FieldProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed to register, to log in or to choose a password. Pure; never printed.
record AccountForm(String email, String name, String password) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int LONGEST_EMAIL = 120;
    private static final int LONGEST_NAME = 80;

    static final AccountForm BLANK = new AccountForm("", "", "");

    static AccountForm of(@Nullable String email, @Nullable String name, @Nullable String password) {
        return new AccountForm(
                email == null ? "" : email.strip(),
                name == null ? "" : name.strip(),
                // Blanks may be part of a password.
                password == null ? "" : password);
    }

    Map<String, FieldProblem> problems() {
        var problems = problemsOfAddress();
        if (name.isEmpty()) {
            problems.put("name", new FieldProblem("address.name.missing"));
        } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.put("name", new FieldProblem("address.long", LONGEST_NAME));
        }
        problems.putAll(problemsOfPassword());
        return problems;
    }

    Map<String, FieldProblem> problemsOfAddress() {
        var problems = new LinkedHashMap<String, FieldProblem>();
        if (email.isEmpty()) {
            problems.put("email", new FieldProblem("address.email.missing"));
        } else if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            problems.put("email", new FieldProblem("address.email.form"));
        }
        return problems;
    }

    Map<String, FieldProblem> problemsOfPassword() {
        return PasswordRules.problems("password", password, email);
    }

    @Override
    public String toString() {
        return "AccountForm[hidden]";
    }
}
