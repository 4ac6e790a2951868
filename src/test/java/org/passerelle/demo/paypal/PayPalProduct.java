package org.passerelle.demo.paypal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.passerelle.ProductTest.OwnDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/// A demo without a story: its PayPal is there, and nobody lives in it yet.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "passerelle.demo=true",
            "passerelle.packs.installed=techsoup-ca,socialware-lu",
            "passerelle.paypal.answers-within=5"
        })
@ContextConfiguration(initializers = {OwnDatabase.class, PayPalProduct.WithoutStory.class})
@interface PayPalProduct {

    /// The packs of the product without the demo's folder.
    final class WithoutStory
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var folder =
                        Files.createTempDirectory(Path.of("target"), "packs-").toAbsolutePath();
                FileSystemUtils.copyRecursively(Path.of("packs"), folder);
                FileSystemUtils.deleteRecursively(folder.resolve("demo"));
                TestPropertyValues.of("passerelle.packs.folder=" + folder).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
