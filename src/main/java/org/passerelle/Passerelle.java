package org.passerelle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The program. `ARCHITECTURE.md` says how to read the rest.
// A bean is named with its package: two modules may each have a `Reviews`.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Passerelle",
        sharedModules = {"kernel", "words"})
public class Passerelle {

    public static void main(String[] arguments) {
        SpringApplication.run(Passerelle.class, arguments);
    }
}
