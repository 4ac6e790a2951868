package org.passerelle.security;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Sessions stand in PostgreSQL, so that any node answers and a restart signs nobody out. Thirty
/// minutes without a request end one, or up to half a minute less: of many requests in half a
/// minute the first is noted, so that not each page waits until a write has reached the disk.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS,
        tableName = "spring_session")
class SessionConfiguration {
    static final int IDLE_SECONDS = 30 * 60;

    /// The library's own update, that writes nothing where only the time is another, and hardly.
    private static final String NOTE_REQUEST =
            """
            update spring_session as kept
            set session_id = now.session_id,
                last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval,
                expiry_time = now.expiry_time,
                principal_name = now.principal_name
            from (values (
                cast(? as char(36)), cast(? as bigint), cast(? as int),
                cast(? as bigint), cast(? as varchar), cast(? as char(36))))
                as now (session_id, last_access_time, max_inactive_interval,
                    expiry_time, principal_name, primary_id)
            where kept.primary_id = now.primary_id
                and (now.last_access_time >= kept.last_access_time + 30000
                    or (now.session_id, now.max_inactive_interval, now.principal_name)
                        is distinct from
                        (kept.session_id, kept.max_inactive_interval, kept.principal_name))
            """;

    /// The library's own insert fails where two tabs leave a notice at once: what was done was
    /// done, and somebody read that it was not.
    private static final String KEEP_ATTRIBUTE =
            """
            insert into spring_session_attributes
                (session_primary_id, attribute_name, attribute_bytes)
            values (?, ?, ?)
            on conflict (session_primary_id, attribute_name)
                do update set attribute_bytes = excluded.attribute_bytes
            """;

    /// The repository sweeps expired sessions from its first minute on: its table must be there.
    @Bean
    static BeanFactoryPostProcessor sessionsAfterMigrations() {
        return beans ->
                beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> ourStatements() {
        return sessions -> {
            sessions.setUpdateSessionQuery(NOTE_REQUEST);
            sessions.setCreateSessionAttributeQuery(KEEP_ATTRIBUTE);
        };
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
