package org.passerelle.backoffice.verification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.PersonId;
import org.passerelle.ui.Namesakes;
import org.passerelle.ui.Option;
import org.passerelle.verification.Reviewer;
import org.springframework.stereotype.Component;

/// Reviewers as choices: whom a case is given to, told apart where they bear the same name
/// (VER-05).
@Component
class ReviewerChoices {
    private final People people;

    ReviewerChoices(People people) {
        this.people = people;
    }

    /// How one of these reviewers stands in the list of all of them.
    Function<Reviewer, Option> among(List<Reviewer> all) {
        var namesakes = Namesakes.among(all.stream().map(Reviewer::name).toList());
        var emails = namesakes.shared().isEmpty() ? Map.<PersonId, String>of() : emails();
        return one ->
                Option.of(
                        one.id().toString(),
                        namesakes.told(one.name(), emails.getOrDefault(one.id(), "")));
    }

    private Map<PersonId, String> emails() {
        return people.withDuties().stream()
                .collect(Collectors.toMap(Person::id, Person::email, (one, _) -> one));
    }
}
