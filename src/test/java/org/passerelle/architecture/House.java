package org.passerelle.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.Passerelle;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ModulithMetadata;

/// The compiled product as the rules see it: without tests, and without the templates, which JTE
/// compiles into one package of `ui` although each belongs to the module whose page it is.
public final class House {
    private static final ImportOption PRODUCT =
            location ->
                    !location.contains("/test-classes/") && !location.contains("/ui/templates/");

    private House() {}

    private static final class Holder {
        static final ApplicationModules MODULES =
                new Modules(ModulithMetadata.of(Passerelle.class));
        static final JavaClasses CLASSES =
                new ClassFileImporter().withImportOption(PRODUCT).importPackages("org.passerelle");
    }

    /// What [ApplicationModules#of] reads, but it remembers what is of the house: it is asked for
    /// each mention of each type, and its own way is to look through every list of classes.
    private static final class Modules extends ApplicationModules {
        private final Map<JavaClass, Boolean> known;
        private final Set<String> shared;

        Modules(ModulithMetadata metadata) {
            known = new IdentityHashMap<>(); // asked while the modules are brought in order
            shared =
                    metadata.getSharedModuleIdentifiers()
                            .map(Object::toString)
                            .collect(Collectors.toSet());
            super(metadata, DescribedPredicate.alwaysFalse(), PRODUCT);
        }

        @Override
        public boolean contains(JavaClass type) {
            return known.computeIfAbsent(type, super::contains);
        }

        @Override
        public Set<ApplicationModule> getSharedModules() {
            return stream()
                    .filter(module -> shared.contains(module.getIdentifier().toString()))
                    .collect(Collectors.toSet());
        }
    }

    public static ApplicationModules modules() {
        return Holder.MODULES;
    }

    public static JavaClasses classes() {
        return Holder.CLASSES;
    }
}
