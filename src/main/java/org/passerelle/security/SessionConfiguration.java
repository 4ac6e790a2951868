package org.passerelle.security;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Sessions stand in PostgreSQL, so that any node answers and a restart signs nobody out. Thirty
/// minutes without a request end one.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS,
        tableName = "spring_session")
class SessionConfiguration {
    static final int IDLE_SECONDS = 30 * 60;

    /// The repository sweeps expired sessions from its first minute on: its table must be there.
    @Bean
    static BeanFactoryPostProcessor sessionsAfterMigrations() {
        return beans ->
                beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
    }

    /// On an error page too: it says who is signed in.
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOnEveryDispatch(
            SessionRepositoryFilter<?> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registration.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    @Bean
    CookieSerializer sessionCookies() {
        return new SessionCookies();
    }
}
