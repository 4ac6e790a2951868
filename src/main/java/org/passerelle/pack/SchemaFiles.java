package org.passerelle.pack;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Publishes the JSON Schema of packs at `/schema/pack/<kind>.schema.json`, for editors.
@Configuration(proxyBeanMethods = false)
class SchemaFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/schema/pack/*.schema.json")
                .addResourceLocations("classpath:/schema/pack/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }
}
