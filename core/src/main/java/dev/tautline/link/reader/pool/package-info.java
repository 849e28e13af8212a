/// Reads the files that pools have of their own: `hikari.properties`, `c3p0.properties`, `c3p0-config.xml`,
/// `druid.properties`, `dbcp2.properties`, `quartz.properties`.
@NullMarked
package dev.tautline.link.reader.pool;

import org.jspecify.annotations.NullMarked;
