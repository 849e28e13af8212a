package dev.tautline.spring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The least of an application: one page that asks the database, one that fails.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestShop {
    @RestController
    static final class Pages {
        private final JdbcTemplate database;

        Pages(JdbcTemplate database) {
            this.database = database;
        }

        @GetMapping("/product")
        String product(@RequestParam("seconds") double seconds) {
            return String.valueOf(database.queryForObject("select 'rope' from pg_sleep(?)", String.class, seconds));
        }

        @GetMapping("/broken")
        String broken() {
            return String.valueOf(database.queryForObject("select name from table_that_nobody_made", String.class));
        }
    }
}
