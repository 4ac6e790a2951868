package org.passerelle.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses between the embedded PostgreSQL and the server that `passerelle.database.url` names.
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    @Bean
    @ConditionalOnProperty(
            name = "passerelle.database.url",
            havingValue = "embedded",
            matchIfMissing = true)
    EmbeddedDatabase embeddedDatabase(@Value("${passerelle.data-folder}") Path folder) {
        return new EmbeddedDatabase(folder);
    }

    @Bean
    @ConditionalOnProperty(
            name = "passerelle.database.url",
            havingValue = "embedded",
            matchIfMissing = true)
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new Connection(database.jdbcUrl(), "postgres", "postgres");
    }

    @Bean
    @ConditionalOnProperty(name = "passerelle.database.url", matchIfMissing = false)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    JdbcConnectionDetails serverConnection(
            @Value("${passerelle.database.url}") String url,
            @Value("${passerelle.database.user:}") String user,
            @Value("${passerelle.database.password:}") String password) {
        return new Connection(url, user, password);
    }

    private record Connection(String url, String user, String secret)
            implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return secret;
        }
    }
}
