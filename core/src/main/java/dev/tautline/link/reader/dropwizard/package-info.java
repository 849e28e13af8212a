/// Reads the YAML files of Dropwizard applications: blocks with a driver class and a URL.
@NullMarked
package dev.tautline.link.reader.dropwizard;

import org.jspecify.annotations.NullMarked;
