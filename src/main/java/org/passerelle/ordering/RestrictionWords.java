package org.passerelle.ordering;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Remedy;
import org.passerelle.programme.RuleWords;
import org.passerelle.words.Words;

/// Says restrictions and their ways out in the reader's language (ORD-02). The cart, the API and
/// `pack try` all say it with these words.
public final class RestrictionWords {
    private final Words words;
    private final Pack pack;
    private final RuleWords rules;

    public RestrictionWords(Words words, Pack pack) {
        this.words = words;
        this.pack = pack;
        this.rules = new RuleWords(words, pack);
    }

    /// What is wrong, in a few words: `Il reste 1 produits`.
    public String title(Restriction restriction) {
        var key = "rules.restriction." + restriction.code().word();
        return switch (restriction) {
            case Restriction.NotEligible it -> words.get(key, rules.programme(it.programme()));
            case Restriction.Undecided it -> words.get(key, rules.programme(it.programme()));
            case Restriction.AllotmentExceeded it ->
                    words.get(key, rules.figure(it.state(), it.state().left()));
            case Restriction.WaiverMissing it -> words.get(key, rules.partnerOf(it.programme()));
            case Restriction.NotQualified _,
                    Restriction.MustBeAlone _,
                    Restriction.OnceInALifetime _,
                    Restriction.OutOfStock _,
                    Restriction.AnswersMissing _,
                    Restriction.ConditionsNotAccepted _,
                    Restriction.PostOfficeBox _,
                    Restriction.PersonAlreadyHasOne _,
                    Restriction.NotANewUser _,
                    Restriction.BelowMinimum _,
                    Restriction.AboveMaximum _,
                    Restriction.NotOnSale _,
                    Restriction.OtherCountry _ ->
                    words.get(key);
        };
    }

    /// The figures that explain it.
    public String text(Restriction restriction) {
        var key = "rules.restriction." + restriction.code().word() + ".text";
        return switch (restriction) {
            case Restriction.NotQualified _,
                    Restriction.ConditionsNotAccepted _,
                    Restriction.PostOfficeBox _ ->
                    words.get(key);
            case Restriction.NotEligible it -> words.get(key, criteria(it.reasons()));
            case Restriction.Undecided it ->
                    words.get(
                            key,
                            it.open().isEmpty()
                                    ? words.get("rules.restriction.undecided.qualification")
                                    : criteria(it.open()));
            case Restriction.AllotmentExceeded it -> exceeded(key, it);
            case Restriction.MustBeAlone it -> words.get(key, rules.partnerOf(it.programme()));
            case Restriction.OnceInALifetime it ->
                    words.get(
                            key,
                            rules.figure(it.state(), it.state().limit()),
                            rules.plain(it.state().used()));
            case Restriction.OutOfStock it -> words.get(key, it.asked(), it.available());
            case Restriction.WaiverMissing it -> words.get(key, rules.partnerOf(it.programme()));
            case Restriction.AnswersMissing it ->
                    words.get(key, it.questions().size(), it.personsToName()).strip();
            case Restriction.PersonAlreadyHasOne it -> words.get(key, joined(it.persons()));
            case Restriction.NotANewUser it -> words.get(key, joined(it.persons()));
            case Restriction.BelowMinimum it -> words.get(key, it.asked(), it.minimum());
            case Restriction.AboveMaximum it ->
                    words.get(key, rules.plain(it.asked()), rules.plain(it.maximum()));
            case Restriction.NotOnSale it ->
                    it.from()
                            .map(day -> words.get("rules.restriction.not-on-sale.from", day))
                            .orElseGet(() -> words.get(key));
            case Restriction.OtherCountry it ->
                    words.get(
                            key,
                            country(it.country()),
                            it.served().stream()
                                    .map(this::country)
                                    .collect(Collectors.joining(", ")));
        };
    }

    /// Title and text as one.
    public String sentence(Restriction restriction) {
        return title(restriction) + ". " + text(restriction);
    }

    /// What can be done, as a button says it.
    public String wayOut(WayOut way) {
        return switch (way) {
            case WayOut.ReduceTo(var units) -> words.get("rules.way.reduce-to", units);
            case WayOut.RaiseTo(var units) -> words.get("rules.way.raise-to", units);
            case WayOut.Wait(var until) ->
                    until.map(day -> words.get("rules.way.wait-until", day))
                            .orElseGet(() -> words.get("rules.way.wait"));
            case WayOut.Mend(var remedy) -> mend(remedy);
            case WayOut.OrderSuccessor(var offer) -> words.get("rules.way.successor", offer(offer));
            case WayOut.ReadText _ -> words.get("rules.way.read-text");
            case WayOut.RemoveLine _,
                    WayOut.OrderAlone _,
                    WayOut.ProductAlert _,
                    WayOut.AnswerQuestions _,
                    WayOut.NamePersons _,
                    WayOut.NameOthers _,
                    WayOut.AcceptConditions _,
                    WayOut.GiveStreetAddress _ ->
                    words.get("rules.way." + way.code());
        };
    }

    private String exceeded(String key, Restriction.AllotmentExceeded it) {
        var state = it.state();
        var figures =
                words.get(
                        key,
                        rules.figure(state, state.limit()),
                        rules.window(state),
                        rules.plain(state.used()),
                        rules.plain(it.asked()),
                        rules.plain(state.left()));
        return state.resets()
                .map(day ->
                        figures
                                + " "
                                + words.get("rules.restriction.allotment-exceeded.resets", day))
                .orElse(figures);
    }

    private String mend(Remedy remedy) {
        return switch (remedy) {
            case Remedy.TellUs(var fact) ->
                    words.find("rules.way.tell-us-" + fact)
                            .orElseGet(() ->
                                    words.get(
                                            "rules.way.tell-us",
                                            words.get("rules.criterion." + fact)));
            case Remedy.WaitUntil(var day) -> words.get("rules.way.wait-until", day);
            case Remedy.Unneeded _, Remedy.None _ -> words.get("rules.way.remove-line");
            case Remedy.Qualify _,
                    Remedy.CorrectData _,
                    Remedy.Waiver _,
                    Remedy.Attest _,
                    Remedy.Order _,
                    Remedy.StaffDecides _ ->
                    words.get("rules.way." + remedy.code());
        };
    }

    private String criteria(List<Finding.Leaf> leaves) {
        return leaves.stream()
                .map(leaf -> rules.explain(leaf).criterion())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String offer(OfferId id) {
        return pack.offer(id).map(offer -> offer.title().in(words.language())).orElse(id.value());
    }

    private String country(String code) {
        return Locale.of("", code).getDisplayCountry(words.language().locale());
    }

    private static String joined(List<String> persons) {
        return String.join(", ", persons);
    }
}
