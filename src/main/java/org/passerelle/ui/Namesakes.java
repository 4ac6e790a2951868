package org.passerelle.ui;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The names that several persons of a list bear: there the address tells who is meant, above all
/// where one of them is chosen.
public record Namesakes(Set<String> shared) {

    /// Of the names of all persons of a list, each as often as it is borne.
    public static Namesakes among(Collection<String> names) {
        var seen = new HashSet<String>();
        return new Namesakes(
                names.stream()
                        .map(Namesakes::heard)
                        .filter(name -> !seen.add(name))
                        .collect(Collectors.toSet()));
    }

    /// The name, and behind it the address where somebody else of the list bears it too.
    public String told(String name, String email) {
        return shared.contains(heard(name)) && !email.isEmpty() ? name + ", " + email : name;
    }

    private static String heard(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
