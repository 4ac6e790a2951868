package org.passerelle.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import org.passerelle.ProductTest.OwnDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/// A whole product with the demo's organisations; all such tests share one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"passerelle.demo=true"})
@ContextConfiguration(initializers = {OwnDatabase.class, DemoProduct.OwnPort.class})
public @interface DemoProduct {

    /// A port of its own, known before the start: what leads back to the product, as the simulated
    /// PayPal does, leads to it.
    class OwnPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (var free = new ServerSocket(0)) {
                var port = free.getLocalPort();
                TestPropertyValues.of(
                                "server.port=" + port,
                                "passerelle.public-address=http://localhost:" + port)
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
