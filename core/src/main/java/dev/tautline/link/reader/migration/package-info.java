/// The files that tools which change schemas read themselves: Flyway's and Liquibase's.
@NullMarked
package dev.tautline.link.reader.migration;

import org.jspecify.annotations.NullMarked;
