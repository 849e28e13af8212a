/// Reads what application servers and Jakarta Persistence are told in XML: `context.xml`, `server.xml`,
/// `persistence.xml`, `hibernate.cfg.xml`, `c3p0-config.xml`.
@NullMarked
package dev.tautline.link.reader.jakarta;

import org.jspecify.annotations.NullMarked;
