/// What one look into a server reads, question by question: each has its own SQL for PostgreSQL 13 to 18, its own pace,
/// and its own way of being refused. No judgement: what it means is for the watch.
@NullMarked
package dev.tautline.watch.server;

import org.jspecify.annotations.NullMarked;
