package dev.tautline.check.rules.authentication;

import dev.tautline.link.HbaLine;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a rule in `pg_hba.conf`, as far as its text tells.
final class HbaAddress {
    private static final Set<String> EVERYWHERE = Set.of("all", "0.0.0.0/0", "::/0", "::0/0", "0.0.0.0 0.0.0.0");
    private static final Pattern NETWORK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;

    private HbaAddress() {}

    static boolean isEverywhere(HbaLine line) {
        return line.address().map(EVERYWHERE::contains).orElse(false);
    }

    /// Whether only the server's own machine is meant.
    static boolean isOwnMachine(HbaLine line) {
        return line.address()
                .map(address -> address.startsWith("127.")
                        || address.startsWith("::1")
                        || address.equals("localhost")
                        || address.equals("samehost"))
                .orElse(true);
    }

    /// Whether every address of the second is one of the first.
    static boolean covers(String first, String second) {
        if (first.equals(second) || first.equals("all")) {
            return true;
        }
        var wide = NETWORK.matcher(first);
        var narrow = NETWORK.matcher(second);
        if (!wide.matches() || !narrow.matches()) {
            return false;
        }
        var bits = Integer.parseInt(wide.group(5));
        return bits <= Integer.parseInt(narrow.group(5)) && bits <= BITS && prefix(wide, bits) == prefix(narrow, bits);
    }

    private static long prefix(Matcher network, int bits) {
        var number = 0L;
        for (int i = 1; i <= 4; i++) {
            number = number << 8 | Integer.parseInt(network.group(i));
        }
        return bits == 0 ? 0 : number >> (BITS - bits);
    }
}
