package dev.tautline.store.cookie;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CookieConfiguration {
    private static final Logger log = LoggerFactory.getLogger(CookieConfiguration.class);

    @Bean
    CookieKey cookieKey(@Value("${chandlery.cookie-key:}") String configured, SecureRandom random) {
        if (!configured.isEmpty()) {
            return new CookieKey(configured);
        }
        log.warn("chandlery.cookie-key is not set: this instance made its own, so baskets end with it"
                + " and other instances cannot read them");
        var made = new byte[CookieKey.SHORTEST_SECRET];
        random.nextBytes(made);
        return new CookieKey(HexFormat.of().formatHex(made));
    }
}
