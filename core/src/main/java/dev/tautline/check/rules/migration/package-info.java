/// Rules about what changes the schema, and when: Flyway, Liquibase, Hibernate, scripts.
@NullMarked
package dev.tautline.check.rules.migration;

import org.jspecify.annotations.NullMarked;
