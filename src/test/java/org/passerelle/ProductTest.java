package org.passerelle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/// A test on the whole product with a real PostgreSQL and a real port. All such tests share one
/// context, so each makes its own data and none counts on an empty table.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"passerelle.demo=false"})
@ContextConfiguration(initializers = ProductTest.OwnDatabase.class)
public @interface ProductTest {

    /// Points the context to a database and a data folder that nobody else uses: several contexts
    /// are open at once, and several JVMs.
    final class OwnDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final Path DATA =
                Path.of("target/test-data", Long.toString(ProcessHandle.current().pid()));

        private static final AtomicInteger CONTEXTS = new AtomicInteger();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var folder = DATA.resolve(Integer.toString(CONTEXTS.incrementAndGet()));
            TestPropertyValues.of(
                            "passerelle.database.url=" + TestDatabase.createEmpty(),
                            "passerelle.data-folder=" + folder)
                    .applyTo(context);
        }
    }
}
