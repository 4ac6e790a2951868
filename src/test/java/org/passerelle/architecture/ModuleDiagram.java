package org.passerelle.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/// Draws the modules as the compiled product has them, in Mermaid.
///
/// An arrow says "asks". One that follows from two others is left out of the drawing (the canvases
/// have all), and so are the shared modules, which everybody asks.
final class ModuleDiagram {
    private static final Set<String> ON_TOP =
            Set.of("portal", "backoffice", "api", "console", "cli", "demo");

    private ModuleDiagram() {}

    static String mermaid() {
        var asked = asked();
        var text = new StringBuilder("```mermaid\nflowchart TD\n");
        asked.keySet()
                .forEach(module ->
                        text.append("    ")
                                .append(module)
                                .append(ON_TOP.contains(module) ? "[[" : "[")
                                .append(module)
                                .append(ON_TOP.contains(module) ? "]]" : "]")
                                .append('\n'));
        asked.forEach((module, below) ->
                withoutShortcuts(below, asked)
                        .forEach(other ->
                                text.append("    ")
                                        .append(module)
                                        .append(" --> ")
                                        .append(other)
                                        .append('\n')));
        return text.append("```\n").toString();
    }

    /// Which events each module tells, and who hears them.
    static String events() {
        var heard = new TreeMap<String, SortedSet<String>>();
        House.modules().stream()
                .flatMap(module -> module.getBasePackage().stream())
                .forEach(type ->
                        type.getMethods().stream()
                                .filter(ModuleDiagram::isListener)
                                .map(method -> eventOf(method.getRawParameterTypes().getFirst()))
                                .forEach(event ->
                                        heard.computeIfAbsent(event, _ -> new TreeSet<>())
                                                .add(
                                                        "`%s.%s`"
                                                                .formatted(
                                                                        moduleOf(type),
                                                                        type.getSimpleName()))));
        var text = new StringBuilder("| told by | event | heard by |\n|---|---|---|\n");
        heard.forEach((event, listeners) ->
                text.append(event)
                        .append(" | ")
                        .append(String.join(", ", listeners))
                        .append(" |\n"));
        return text.toString();
    }

    private static boolean isListener(JavaMethod method) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes()
                        .getFirst()
                        .getPackageName()
                        .startsWith("org.passerelle")
                && (method.isMetaAnnotatedWith(
                                org.springframework.context.event.EventListener.class)
                        || method.isAnnotatedWith(
                                org.springframework.context.event.EventListener.class));
    }

    private static String eventOf(JavaClass event) {
        return "| " + moduleOf(event) + " | `" + event.getSimpleName() + "`";
    }

    /// The third word of the package; a module's inner types count as its own.
    private static String moduleOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static final class Asked {
        static final SortedMap<String, SortedSet<String>> IN_THE_HOUSE = asked(House.modules());
    }

    /// Each module with those it asks, without the shared ones.
    static SortedMap<String, SortedSet<String>> asked() {
        return Asked.IN_THE_HOUSE;
    }

    private static SortedMap<String, SortedSet<String>> asked(ApplicationModules modules) {
        var shared =
                modules.getSharedModules().stream()
                        .map(module -> module.getIdentifier().toString())
                        .collect(Collectors.toSet());
        var asked = new TreeMap<String, SortedSet<String>>();
        modules.stream()
                .filter(module -> !shared.contains(module.getIdentifier().toString()))
                .forEach(module ->
                        asked.put(
                                module.getIdentifier().toString(),
                                askedBy(module, modules, shared)));
        return asked;
    }

    private static SortedSet<String> askedBy(
            ApplicationModule module, ApplicationModules modules, Set<String> shared) {
        return module.getDirectDependencies(modules, DependencyType.values())
                .uniqueModules()
                .map(other -> other.getIdentifier().toString())
                .filter(other -> !shared.contains(other))
                .filter(other -> !other.equals(module.getIdentifier().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> withoutShortcuts(
            SortedSet<String> below, Map<String, SortedSet<String>> asked) {
        var needed = new TreeSet<>(below);
        for (var other : below) {
            reachable(other, asked, new TreeSet<>()).forEach(needed::remove);
        }
        return needed;
    }

    private static Set<String> reachable(
            String from, Map<String, SortedSet<String>> asked, Set<String> found) {
        for (var next : asked.getOrDefault(from, new TreeSet<>())) {
            if (found.add(next)) {
                reachable(next, asked, found);
            }
        }
        return found;
    }
}
