package dev.tautline.probe;

import java.net.IDN;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What a name looks like that nobody knows: most are right ones of another place, or spoilt on their way.
final class GivenHost {
    /// RFC 1035, 2.3.4.
    private static final int LONGEST_LABEL = 63;

    /// Kubernetes, Docker and Compose answer for these inside only.
    private static final Pattern INSIDE = Pattern.compile(".*\\.(?:svc|cluster\\.local|internal)\\.?|.*\\.svc\\..*");

    private GivenHost() {}

    static void tell(String host, StringJoiner seen) {
        if (!host.equals(host.strip())) {
            seen.add("the host begins or ends with a blank");
        }
        if (host.chars().anyMatch(letter -> letter >= 0x80)) {
            seen.add("the host has letters beyond ASCII" + ascii(host));
        }
        if (Arrays.stream(host.split("\\.", -1)).anyMatch(label -> label.length() > LONGEST_LABEL)) {
            seen.add("a part of the host has more than the " + LONGEST_LABEL + " letters that DNS allows");
        }
        if (INSIDE.matcher(host).matches()) {
            seen.add("the host is a name that is known inside a cluster or container network only");
        } else if (!host.contains(".") && !host.contains(":")) {
            seen.add(
                    "the host is a single word, such as is known inside one Compose project or Kubernetes namespace only, or"
                            + " is completed by the search list of /etc/resolv.conf");
        }
    }

    private static String ascii(String host) {
        try {
            return ", and DNS knows it as " + IDN.toASCII(host);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
