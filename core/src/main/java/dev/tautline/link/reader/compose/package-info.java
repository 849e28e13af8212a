/// Reads Compose files as Compose does: files merged into projects, `.env` and `env_file`, `extends` and
/// `include`, each service as a workload with the names under which it is reached.
@NullMarked
package dev.tautline.link.reader.compose;

import org.jspecify.annotations.NullMarked;
