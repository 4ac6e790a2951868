package org.passerelle;

import org.passerelle.cli.PasserelleCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The program. `ARCHITECTURE.md` says how to read the rest.
// A bean is named with its package: two modules may each have a `Reviews`.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Passerelle",
        sharedModules = {"kernel", "privacy", "words"})
public class Passerelle {

    /// Starts the server, or runs the command that the arguments name.
    public static void main(String[] arguments) {
        if (PasserelleCommand.isAskedBy(arguments)) {
            System.exit(PasserelleCommand.run(arguments));
        }
        SpringApplication.run(Passerelle.class, arguments);
    }
}
