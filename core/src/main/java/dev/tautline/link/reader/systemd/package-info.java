/// Units of systemd: what runs on a machine without containers, with which variables and command line.
@NullMarked
package dev.tautline.link.reader.systemd;

import org.jspecify.annotations.NullMarked;
