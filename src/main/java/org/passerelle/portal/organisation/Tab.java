package org.passerelle.portal.organisation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.Seen;
import org.passerelle.portal.organisation.RegistrationPage.MissingLink;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;
import org.passerelle.words.Words;

/// One window of a registration: what it shows, what was typed into it, and where another window
/// changed the same field meanwhile (ORG-01).
///
/// A page that saves by itself never decides which of two values counts: it says so beside the
/// form, and the next press of a button asks. What is pressed after that question is the answer.
///
/// @param offered what was stored where the reader was asked to choose
/// @param byItself saved by the page's script, which shows no other part of the answer
record Tab(Step step, Draft typed, Seen seen, Seen offered, boolean byItself, Set<String> clashes) {

    /// A window just opened.
    static Tab opened(Step step) {
        return new Tab(step, Draft.empty(), Seen.nothing(), Seen.nothing(), false, Set.of());
    }

    /// A window that sends what was typed.
    static Tab of(Step step, Draft typed, Form form, boolean byItself) {
        var offered = Seen.parse(form.value("offered"));
        var shown = Seen.parse(form.value("seen"));
        var seen = byItself ? shown : shown.with(offered);
        return new Tab(step, typed, seen, offered, byItself, Set.of());
    }

    Tab with(Set<String> found) {
        return new Tab(step, typed, seen, offered, byItself, found);
    }

    /// What the reader typed where somebody else's value is kept.
    Draft clashing() {
        var mine = new LinkedHashMap<>(typed.typed());
        mine.keySet().retainAll(clashes);
        return new Draft(mine);
    }

    /// What is stored, and how its values are called.
    record Said(Draft stored, Map<String, List<Option>> choices, Words words) {
        private String of(String field) {
            var names =
                    choices.getOrDefault(field, List.of()).stream()
                            .collect(Collectors.toMap(Option::value, Option::label, (a, _) -> a));
            var text =
                    stored.all(field).stream()
                            .map(value -> names.getOrDefault(value, value))
                            .collect(Collectors.joining(", "));
            return text.isEmpty() ? words.get("organisation.clash.empty") : text;
        }

        /// Beside each of these fields: what another window stored there meanwhile.
        FormErrors errors(Set<String> clashes) {
            var errors = FormErrors.none();
            var inOrder = clashes.stream().sorted(Comparator.comparing(Field::positionOf)).toList();
            for (var field : inOrder) {
                var name = RegistrationViews.field(field, words);
                errors = errors.with(field, "organisation.clash.field", name, of(field));
            }
            return errors;
        }
    }

    FormErrors errors(Said said) {
        return said.errors(clashes);
    }

    /// @param now what the page shows of what is stored
    RegistrationPage.Tab shown(Draft now, Said said) {
        var fields = Field.of(step).stream().map(Field::code);
        var others = now.typed().keySet().stream().filter(one -> Field.stepOf(one) == step);
        var all = Stream.concat(fields, others).toList();
        if (byItself) {
            var links =
                    errors(said).errors().stream()
                            .map(error ->
                                    new MissingLink(
                                            error.in(said.words()),
                                            "#" + FormErrors.idOf(error.field())))
                            .toList();
            return new RegistrationPage.Tab(
                    seen.after(typed, said.stored()).text(), offered.text(), links);
        }
        // The other fields of the page show what is stored now, of whichever window it is.
        var fresh = new LinkedHashMap<>(Seen.of(now, all).prints());
        fresh.keySet().removeAll(clashes);
        clashes.stream()
                .filter(seen.prints()::containsKey)
                .forEach(field -> fresh.put(field, seen.prints().get(field)));
        return new RegistrationPage.Tab(
                new Seen(fresh).text(), Seen.of(said.stored(), clashes).text(), List.of());
    }
}
