package dev.tautline.store.disk;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiskConfiguration {

    @Bean
    DataDirectory dataDirectory(@Value("${chandlery.data-directory}") Path place) {
        return DataDirectory.take(place);
    }
}
