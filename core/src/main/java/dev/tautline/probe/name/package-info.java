/// Where a name's addresses come from: the hosts file, the name servers with their time to live, the search
/// list, and how long this JVM remembers an answer. Asks nobody but the name servers that resolv.conf names.
@NullMarked
package dev.tautline.probe.name;

import org.jspecify.annotations.NullMarked;
