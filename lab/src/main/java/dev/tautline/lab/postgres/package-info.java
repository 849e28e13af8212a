/// Real PostgreSQL clusters from embedded binaries: one primary, streaming standbys, durable (fsync on),
/// scram-sha-256 only. The lab starts the server programs itself, in a temporary directory that is gone when
/// closed or in one that is kept.
@NullMarked
package dev.tautline.lab.postgres;

import org.jspecify.annotations.NullMarked;
