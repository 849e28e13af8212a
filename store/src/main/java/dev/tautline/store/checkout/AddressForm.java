package dev.tautline.store.checkout;

import dev.tautline.store.order.Address;
import dev.tautline.store.pricing.Country;
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

    /// Field name to message, in the order of the fields on the page.
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        need(problems, "email", email, 120, "Enter your e-mail address");
        if (!problems.containsKey("email") && !EMAIL.matcher(email).matches()) {
            problems.put("email", "Enter an e-mail address like name@example.org");
        }
        need(problems, "name", name, 80, "Enter your name");
        need(problems, "line1", line1, 100, "Enter street and number");
        allow(problems, "line2", line2, 100);
        need(problems, "postcode", postcode, 12, "Enter the postcode");
        if (!problems.containsKey("postcode") && !POSTCODE.matcher(postcode).matches()) {
            problems.put("postcode", "A postcode has letters, digits, spaces and dashes only");
        }
        need(problems, "city", city, 60, "Enter the town");
        if (Country.byCode(country).isEmpty()) {
            problems.put("country", "Choose a country from the list");
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

    private static void need(Map<String, String> problems, String field, String value, int most, String message) {
        if (value.isEmpty()) {
            problems.put(field, message);
        } else {
            allow(problems, field, value, most);
        }
    }

    private static void allow(Map<String, String> problems, String field, String value, int most) {
        if (value.length() > most) {
            problems.put(field, "At most %d characters fit on the label".formatted(most));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            problems.put(field, "Only printable characters fit on the label");
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
