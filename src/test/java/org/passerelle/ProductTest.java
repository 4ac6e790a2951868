package org.passerelle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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

    /// Points the context to a database nobody else uses.
    final class OwnDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("passerelle.database.url=" + TestDatabase.createEmpty())
                    .applyTo(context);
        }
    }
}
