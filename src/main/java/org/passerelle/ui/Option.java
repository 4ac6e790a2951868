package org.passerelle.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One choice of a list or of a group of buttons.
///
/// @param group the heading it stands under in a list; empty for none
/// @param lang of label and hint where it is not the page's
public record Option(
        String value, String label, Optional<String> hint, String group, @Nullable String lang) {

    /// Choices under one heading.
    public record Group(String heading, List<Option> options) {}

    public static Option of(String value, String label) {
        return new Option(value, label, Optional.empty(), "", null);
    }

    public static Option of(String value, String label, String hint) {
        return new Option(value, label, Optional.of(hint), "", null);
    }

    /// This choice under a heading.
    public Option in(String heading) {
        return new Option(value, label, hint, heading, lang);
    }

    /// This choice in the words of another language than the page's, if `lang` names one.
    public Option spoken(@Nullable String lang) {
        return new Option(value, label, hint, group, lang);
    }

    /// The choices by heading, in the order the headings first come up.
    public static List<Group> groups(List<Option> options) {
        var groups = new LinkedHashMap<String, List<Option>>();
        for (var option : options) {
            groups.computeIfAbsent(option.group(), _ -> new ArrayList<>()).add(option);
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
