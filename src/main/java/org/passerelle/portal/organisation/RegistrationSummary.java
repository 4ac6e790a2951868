package org.passerelle.portal.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.organisation.Declared;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.organisation.RegistrationPage.Summary;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;

/// What an organisation declared, to be read again.
record RegistrationSummary(Declared declared, Words words) {

    static RegistrationSummary of(Pack pack, Words words, Draft typed) {
        return new RegistrationSummary(new Declared(pack, words, typed), words);
    }

    /// Step by step, each with the way back to it.
    List<Summary> steps(Profile profile) {
        return Stream.of(Step.IDENTITY, Step.IDENTIFIERS, Step.ADDRESS, Step.ACTIVITY)
                .map(step ->
                        new Summary(
                                words.get("organisation.step." + step.code()),
                                RegistrationViews.PATH + step.code(),
                                facts(declared.of(step, profile))))
                .toList();
    }

    List<Fact> all(Profile profile) {
        return facts(declared.all(profile));
    }

    private static List<Fact> facts(List<Declared.Line> lines) {
        return lines.stream()
                .map(line -> Fact.of(line.name(), line.value(), line.language()))
                .toList();
    }
}
