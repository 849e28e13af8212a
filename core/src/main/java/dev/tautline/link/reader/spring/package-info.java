/// Reads applications as Spring Boot would: files, profiles, placeholders, overrides, data sources.
@NullMarked
package dev.tautline.link.reader.spring;

import org.jspecify.annotations.NullMarked;
