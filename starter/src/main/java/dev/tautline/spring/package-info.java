/// Spring Boot starter: start-up connection test, agent endpoint, health outside the pool.
@NullMarked
package dev.tautline.spring;

import org.jspecify.annotations.NullMarked;
