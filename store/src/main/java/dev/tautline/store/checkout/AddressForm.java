package dev.tautline.store.checkout;

import dev.tautline.store.order.Address;
import dev.tautline.store.pricing.Country;
import dev.tautline.store.web.FieldProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address as it was typed. Pure: finds all problems at once, so that the visitor mends them in one go.
record AddressForm(
        String email, String name, String line1, String line2, String postcode, String city, String country) {
    // Not RFC 5321 in full: only what catches slips. Whether mail arrives is known when it has arrived.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern POSTCODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{1,10}");

    static final AddressForm BLANK = new AddressForm("", "", "", "", "", "", "DE");

    static AddressForm of(
            @Nullable String email,
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {
        return new AddressForm(
                clean(email), clean(name), clean(line1), clean(line2), clean(postcode), clean(city), clean(country));
    }

    static AddressForm of(Address address) {
        return new AddressForm(
                address.email(),
                address.name(),
                address.line1(),
                address.line2(),
                address.postcode(),
                address.city(),
                address.country().name());
    }

    /// Field name to problem, in the order of the fields on the page.
    Map<String, FieldProblem> problems() {
        var problems = new LinkedHashMap<String, FieldProblem>();
        need(problems, "email", email, 120, "email.missing");
        if (!problems.containsKey("email") && !EMAIL.matcher(email).matches()) {
            problems.put("email", new FieldProblem("address.email.form"));
        }
        need(problems, "name", name, 80, "name.missing");
        need(problems, "line1", line1, 100, "line1.missing");
        allow(problems, "line2", line2, 100);
        need(problems, "postcode", postcode, 12, "postcode.missing");
        if (!problems.containsKey("postcode") && !POSTCODE.matcher(postcode).matches()) {
            problems.put("postcode", new FieldProblem("address.postcode.form"));
        }
        need(problems, "city", city, 60, "city.missing");
        if (Country.byCode(country).isEmpty()) {
            problems.put("country", new FieldProblem("address.country.form"));
        }
        return problems;
    }

    /// Only after `problems()` was empty.
    Address address() {
        return new Address(
                email,
                name,
                line1,
                line2,
                postcode,
                city,
                Country.byCode(country).orElseThrow());
    }

    private static void need(Map<String, FieldProblem> problems, String field, String value, int most, String message) {
        if (value.isEmpty()) {
            problems.put(field, new FieldProblem("address." + message));
        } else {
            allow(problems, field, value, most);
        }
    }

    private static void allow(Map<String, FieldProblem> problems, String field, String value, int most) {
        if (value.length() > most) {
            problems.put(field, new FieldProblem("address.long", most));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            problems.put(field, new FieldProblem("address.unprintable"));
        }
    }

    private static String clean(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Override
    public String toString() {
        return "AddressForm[hidden]";
    }
}
