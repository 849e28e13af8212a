/// Configurations in JSON that name a database: those of Vert.x, and connectors of Debezium.
@NullMarked
package dev.tautline.link.reader.json;

import org.jspecify.annotations.NullMarked;
