package org.passerelle.faults;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/// Stands beside every commit that may have written something: between two of them nothing changes
/// in the database, so a process that dies at each of them has died everywhere.
@Component
@ConditionalOnProperty("faults.journal")
final class Commits implements BeanPostProcessor {
    /// What happens right before and right after a commit, on its thread.
    interface Watcher {
        void before();

        void after();
    }

    private static final Watcher NOBODY =
            new Watcher() {
                @Override
                public void before() {}

                @Override
                public void after() {}
            };

    private static volatile Watcher watcher = NOBODY;

    static void watch(Watcher by) {
        watcher = by;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new Watched(pool) : bean;
    }

    private static final class Watched extends DelegatingDataSource {
        Watched(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Watched.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, arguments) -> call(connection, method, arguments));
        }

        private static Object call(Connection connection, Method method, Object[] arguments)
                throws Throwable {
            var writes = method.getName().equals("commit") && !connection.isReadOnly();
            if (writes) {
                watcher.before();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (writes) {
                    watcher.after();
                }
            }
        }
    }
}
