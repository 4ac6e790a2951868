package org.passerelle.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.passerelle.Passerelle;
import org.springframework.modulith.core.ApplicationModules;

/// The compiled product as the rules see it: without tests, and without the templates, which JTE
/// compiles into one package of `ui` although each belongs to the module whose page it is.
public final class House {
    private static final ImportOption PRODUCT =
            location ->
                    !location.contains("/test-classes/") && !location.contains("/ui/templates/");

    private House() {}

    private static final class Holder {
        static final ApplicationModules MODULES = ApplicationModules.of(Passerelle.class, PRODUCT);
        static final JavaClasses CLASSES =
                new ClassFileImporter().withImportOption(PRODUCT).importPackages("org.passerelle");
    }

    public static ApplicationModules modules() {
        return Holder.MODULES;
    }

    public static JavaClasses classes() {
        return Holder.CLASSES;
    }
}
